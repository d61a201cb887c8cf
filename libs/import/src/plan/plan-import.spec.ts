import { describe, expect, it } from '@jest/globals';
import { profileByName } from '../profiles/index.js';
import { readText } from '../read/read-file.js';
import type { KnownInitiative } from './known-initiative.js';
import { planImport, type Known } from './plan-import.js';

const today = '2026-11-21';
const header = 'year;project_number;project_name;department;report_category;colour_rating;start_date;end_date';
const row = (id: string, name: string, department: string, start: string, end: string) =>
  `2022;${id};${name};${department};ICT;Green;${start};${end}`;
const gmpp = profileByName('gmpp')!;
const told = (...rows: string[]) =>
  readText(Buffer.from([header, ...rows].join('\n')), gmpp, { today, asOf: '2022-03-31' }).initiatives;

const held = (over: Partial<KnownInitiative> = {}): KnownInitiative => ({
  stream: 'projects/gmpp-A_1',
  version: 2,
  knownAt: '2021-03-31T11:00:00.000Z',
  draft: false,
  title: { en: 'Alpha' },
  owner: 'gmpp-mod',
  type: 'ict',
  startedOn: { on: '2019-01-01', version: 1 },
  milestones: {
    end: {
      title: { ar: 'نهاية المشروع', en: 'End of the project' },
      target: '2024-03-31',
      cancelled: false,
      party: 'entity:gmpp-mod',
      key: true,
      dependsOn: [],
    },
  },
  waits: {},
  stages: [],
  notes: [],
  asked: [],
  ...over,
});
const plan = (rows: string[], known?: KnownInitiative, more: Partial<Known> = {}) =>
  planImport(
    told(...rows),
    gmpp,
    {
      initiatives: new Map(known ? [['A_1', known]] : []),
      sourceIds: known ? ['A_1'] : [],
      today,
      knownAt: () => '2022-03-31T11:00:00.000Z',
      ...more,
    },
    '2022-03-31',
  );
const commands = (rows: string[], known?: KnownInitiative) =>
  plan(rows, known).rows.flatMap(({ steps }) => steps.map(({ command }) => command));

describe('an initiative whose words may not be read', () => {
  it('is planned on, and shown by what the file says of it', () => {
    const [imported] = told(row('A_1', 'Alpha', 'MOD', '2019-01-01', '2024-03-31'));
    const { title: _, ...untitled } = imported!;
    const titleBy = (known: KnownInitiative) =>
      planImport([untitled], gmpp, { initiatives: new Map([['A_1', known]]), sourceIds: [], today }).rows[0]?.title;
    expect(titleBy(held({ title: { en: 'Secret' } }))).toEqual({ en: 'Secret' });
    expect(titleBy(held({ title: { en: 'Secret' }, isUnread: true }))).toEqual({ en: 'Alpha' });
  });
});

describe('a snapshot against what is known', () => {
  it('new: registered on the day of the snapshot with its source, its end as a key milestone', () => {
    const { rows, ...counts } = plan([row('A_1', 'Alpha', 'MOD', '2019-01-01', '2024-03-31')]);
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, vanished: 0, faults: [] });
    expect(rows[0]).toMatchObject({ stream: 'projects/gmpp-A_1', row: 2, knownAt: '2022-03-31T11:00:00.000Z' });
    expect(rows[0]!.steps.map(({ command }) => command)).toEqual([
      {
        type: 'RegisterInitiative',
        on: '2022-03-31',
        title: { en: 'Alpha' },
        owner: 'gmpp-mod',
        startedOn: '2019-01-01',
        initiativeType: 'ict',
        source: { system: 'gmpp', id: 'A_1' },
      },
      {
        type: 'PlanMilestone',
        on: '2022-03-31',
        milestone: 'end',
        title: { ar: 'نهاية المشروع', en: 'End of the project' },
        key: true,
        target: '2024-03-31',
      },
    ]);
  });

  it('unchanged: letter case of a ministry is no change', () => {
    expect(plan([row('A_1', 'Alpha', 'MoD', '2019-01-01', '2024-03-31')], held())).toMatchObject({
      unchanged: 1,
      changed: 0,
      new: 0,
    });
  });

  it('a changed name and ministry are events; a changed end is moved by the source; a changed start is its correction', () => {
    expect(commands([row('A_1', 'Alpha Two', 'HO', '2019-02-01', '2025-03-31')], held())).toEqual([
      { type: 'DescribeInitiative', on: '2022-03-31', title: { en: 'Alpha Two' } },
      {
        type: 'RequestCorrection',
        on: '2022-03-31',
        correction: expect.stringMatching(/^c-[0-9a-f]{16}$/),
        version: 1,
        field: 'startedOn',
        to: '2019-02-01',
        reason: 'source',
      },
      { type: 'ChangeOwner', on: '2022-03-31', to: 'gmpp-ho', reason: 'source' },
      { type: 'MoveTarget', on: '2022-03-31', milestone: 'end', to: '2025-03-31', reason: 'source' },
    ]);
  });

  it('a first date is set, a start stated for the first time is described, a withheld start unsays nothing', () => {
    const before = held({
      milestones: { end: { ...held().milestones['end']!, target: { absent: 'withheld', ground: 'x' } } },
    });
    const { startedOn: _, ...unstated } = before;
    expect(commands([row('A_1', 'Alpha', 'MOD', '2019-01-01', '2024-03-31')], unstated)).toEqual([
      { type: 'DescribeInitiative', on: '2022-03-31', startedOn: '2019-01-01' },
      { type: 'SetTarget', on: '2022-03-31', milestone: 'end', to: '2024-03-31' },
    ]);
    expect(commands([row('A_1', 'Alpha', 'MOD', 'Exempt under Section 26', '2024-03-31')], held())).toEqual([]);
  });

  it('a withheld end replaces the promise, with its ground', () => {
    expect(commands([row('A_1', 'Alpha', 'MOD', '2019-01-01', 'Exempt under Section 26 (Defence)')], held())).toEqual([
      {
        type: 'MoveTarget',
        on: '2022-03-31',
        milestone: 'end',
        to: { absent: 'withheld', ground: 'Exempt under Section 26 (Defence)' },
        reason: 'source',
      },
    ]);
  });

  it('what the file no longer lists is counted and changes nothing; rows of snapshots without ids never count', () => {
    const known = { sourceIds: ['A_1', 'B_2', '2017-09-30-0123456789abcdef'] };
    expect(plan([row('A_1', 'Alpha', 'MOD', '2019-01-01', '2024-03-31')], held(), known)).toMatchObject({
      vanished: 1,
      unchanged: 1,
    });
  });

  it('older than what the stream holds is a fault of the row', () => {
    const { faults } = plan(
      [row('A_1', 'Alpha', 'MOD', '2019-01-01', '2024-03-31')],
      held({ knownAt: '2022-04-01T09:00:00.000Z' }),
    );
    expect(faults).toMatchObject([{ code: 'import/older-than-known', row: 2, column: 'project_name', blocking: true }]);
  });

  it('the same id twice, an impossible date and a glued row are faults by row and column', () => {
    const file = readText(
      Buffer.from(
        [
          header,
          row('A_1', 'A', 'MOD', '2019-01-01', '2024-02-31'),
          row('A_1', 'B', 'MOD', '2019-01-01', '2024-03-31'),
        ].join('\n'),
      ),
      gmpp,
      { today, asOf: '2022-03-31' },
    );
    expect(file.faults.map(({ code, row: at, column }) => [code, at, column])).toEqual([
      ['date/does-not-exist', 2, 'end_date'],
      ['row/twice', 3, 'project_number'],
    ]);
  });
});

describe('our own table', () => {
  const own = profileByName('initiatives')!;
  const arabic =
    'النوع,رقم الملف,إصدار القيد,عنوان الملف,الجهة المسؤولة,تاريخ البدء,رقم المحطة,عنوان المحطة,أساسية,الموعد المعتمد,الموعد المتوقع,تاريخ الإنجاز';
  const read = (...rows: string[]) => readText(Buffer.from([arabic, ...rows].join('\n')), own, { today });
  const known: KnownInitiative = {
    ...held({
      stream: 'projects/P-1',
      title: { ar: 'تطوير الموانئ' },
      owner: 'transport',
      startedOn: { on: '2026-01-04', version: 1 },
    }),
    milestones: {
      'm-1': {
        title: { ar: 'الدراسة' },
        target: '2026-03-01',
        cancelled: false,
        party: 'entity:transport',
        key: true,
        dependsOn: [],
      },
      'm-2': {
        title: { ar: 'التعاقد' },
        target: '2026-06-01',
        cancelled: false,
        party: 'entity:transport',
        key: true,
        dependsOn: [],
      },
    },
  };
  const planned = (file: ReturnType<typeof read>, one?: KnownInitiative) =>
    planImport(file.initiatives, own, {
      initiatives: new Map(one ? [['projects/P-1', one]] : []),
      sourceIds: [],
      today,
    });

  it('new, in Arabic throughout; the second row belongs to the first', () => {
    const file = read(
      'مشروع,P-1,,تطوير الموانئ,transport,٤ يناير ٢٠٢٦,m-1,الدراسة,نعم,٠١/٠٣/٢٠٢٦ م,,',
      ',,,,,,m-2,التعاقد,,m-1 + 30 يوم عمل,,',
    );
    expect(file.faults.map(({ code, row: at }) => [code, at])).toEqual([['date/ambiguous', 2]]);
    const sound = read(
      'مشروع,P-1,,تطوير الموانئ,transport,٤ يناير ٢٠٢٦,m-1,الدراسة,نعم,١ مارس ٢٠٢٦,,٦ مارس ٢٠٢٦',
      ',,,,,,m-2,التعاقد,,m-1 + 30 يوم عمل,,',
    );
    expect(sound.faults).toEqual([]);
    expect(planned(sound).rows.flatMap(({ steps }) => steps.map(({ command }) => command))).toEqual([
      {
        type: 'RegisterInitiative',
        on: '2026-01-04',
        title: { ar: 'تطوير الموانئ' },
        owner: 'transport',
        startedOn: '2026-01-04',
      },
      {
        type: 'PlanMilestone',
        on: '2026-01-04',
        milestone: 'm-1',
        title: { ar: 'الدراسة' },
        key: true,
        target: '2026-03-01',
      },
      {
        type: 'PlanMilestone',
        on: '2026-01-04',
        milestone: 'm-2',
        title: { ar: 'التعاقد' },
        key: false,
        target: { after: 'm-1', days: 30, working: true },
      },
      { type: 'ReachMilestone', on: '2026-03-06', milestone: 'm-1' },
    ]);
  });

  it('read back: a changed date becomes a request, an actual is reported, the version must still hold', () => {
    const file = read('projects,P-1,2,,,,m-1,,,2026-03-01,,2026-03-05', ',,,,,,m-2,,,2026-07-01,2026-07-10,');
    const { rows, faults } = planned(file, known);
    expect(faults).toEqual([]);
    expect(rows[0]!.steps.map(({ command }) => [command.type, command.on, command['to'] ?? command['date']])).toEqual([
      ['RequestTargetChange', today, '2026-07-01'],
      ['ReachMilestone', '2026-03-05', undefined],
      ['ForecastMilestone', today, '2026-07-10'],
    ]);
    expect(planned(file, { ...known, version: 3 }).faults.map(({ code }) => code)).toEqual(['import/version-moved']);
  });

  it('a row of an export whose initiative is not there registers nothing; what no command can change is a notice', () => {
    const exported = planned(read('projects,P-9,2,t,transport,,m-1,,,2026-03-01,,'));
    expect(exported.faults.map(({ code, row: at, column }) => [code, at, column])).toEqual([
      ['import/unknown-export', 2, 'إصدار القيد'],
    ]);
    const { rows, faults } = planned(read('projects,P-1,2,,,,m-1,,لا,TBD,,', ',,,,,,m-2,,نعم,2026-06-01,,'), known);
    expect(rows[0]!.change).toBe('unchanged');
    expect(faults.map(({ code, row: at, column, blocking }) => [code, at, column, blocking])).toEqual([
      ['value/kept', 2, 'أساسية', false],
      ['value/kept', 2, 'الموعد المعتمد', false],
    ]);
  });

  it('a report of the future, and a new initiative without owner or title, are faults', () => {
    expect(read('projects,P-1,,t,x,,m-1,,,2026-03-01,,2027-01-01').faults.map(({ code }) => code)).toEqual([
      'date/in-future',
    ]);
    expect(planned(read('projects,P-1,,,,,m-1,,,2026-03-01,,')).faults.map(({ code }) => code)).toEqual([
      'value/missing',
      'value/missing',
    ]);
  });
});
