import { beforeEach, describe, expect, it } from '@jest/globals';
import { RefusedFile } from './import-answer.js';
import { administrator, houseInMemory, type House } from './testing/house-in-memory.js';

const header =
  'kind,initiative,version,title,owner,started on,jurisdiction,instrument,milestone,milestone title,party,target,actual,depends on';

describe('our own file', () => {
  let house: House;

  beforeEach(async () => {
    house = await houseInMemory('2026-11-21T09:00:00.000Z');
    await house.bus.run(
      'entities/works',
      { type: 'RegisterEntity', name: { en: 'Works' }, jurisdiction: 'EG' },
      { actor: administrator },
    );
  });

  const send = (...rows: readonly string[]) =>
    house.imports.import({
      bytes: Buffer.from([header, ...rows].join('\n')),
      profile: 'initiatives',
      dryRun: false,
      actor: administrator,
    });
  const refused = async (...rows: readonly string[]) => {
    const fault = await send(...rows).catch((one: unknown) => one);
    expect(fault).toBeInstanceOf(RefusedFile);
    return (fault as RefusedFile).answer.faults.map(({ row, column, value, code, refusal }) => [
      row,
      column,
      value,
      refusal ?? code,
    ]);
  };
  const planned = async (id: string) =>
    (await house.events(`projects/${id}`))
      .filter(({ type }) => type === 'milestone.planned.v1')
      .map(({ data }) => [data['milestone'], data['target'], data['dependsOn']]);

  it('a row may lean on a milestone that stands further down', async () => {
    const rows = [
      ',,,,,,,,m-3,Works,,m-2 + 2 months,,m-1',
      ',,,,,,,,m-2,Contract,,m-1 + 30 days,,',
      ',,,,,,,,m-1,Study,,2027-03-01,,',
    ];
    const first = (id: string) => `projects,${id},,Ports,works,2026-01-04,,,,,,,,`;
    await send(first('P-1'), ...rows);
    await send(first('P-2'), ...[...rows].reverse());
    expect(await planned('P-1')).toEqual([
      ['m-1', '2027-03-01', []],
      ['m-2', { after: 'm-1', days: 30 }, []],
      ['m-3', { after: 'm-2', months: 2 }, ['m-1']],
    ]);
    expect(await planned('P-1')).toEqual(await planned('P-2'));
  });

  it('a notice hides no refusal: nothing is recorded', async () => {
    await send('projects,P-1,,Ports,works,2026-01-04,,,m-1,Study,,2027-03-01,,');
    const kept = 'projects,P-1,,,,,,,m-1,Renamed,entity:works,,,';
    await expect(
      refused(kept, 'projects,P-2,,Wells,nobody,2026-01-04,,,m-1,Study,,2027-03-01,,'),
    ).resolves.toContainEqual([3, 'owner', 'nobody', 'initiative/unknown-party']);
    expect((await house.events('projects/P-1')).map(({ type }) => type)).not.toContain('milestone.described.v1');
  });

  it('all faults are counted, the first thousand listed', async () => {
    const rows = Array.from({ length: 1_200 }, (_, at) => `projects,P-${at},,Ports,works,,,,m-1,Study,,31/02/2027,,`);
    const fault = await send(...rows).catch((one: unknown) => one);
    const { answer } = fault as RefusedFile;
    expect([answer.faultCount, answer.noticeCount, answer.faults.length]).toEqual([1_200, 0, 1_000]);
  });

  it('rows are those a spreadsheet shows, empty lines counted', async () =>
    expect(
      await refused('', 'projects,P-1,,Ports,works,,,,m-1,Study,,2027-03-01,,', '', '', ',,,,,,,,m-2,,,soon,,'),
    ).toEqual([[6, 'target', 'soon', 'date/unreadable']]));

  it('what a file says of a milestone that no command changes is a notice, which names what stays', async () => {
    await send(
      'projects,P-1,,Ports,works,2026-01-04,,,m-1,Study,,2026-03-01,2026-05-01,',
      ',,,,,,,,m-2,Contract,,2027-03-01,,',
    );
    const forecast = `${header},forecast,key`;
    const answer = await house.imports.import({
      bytes: Buffer.from(
        [forecast, 'projects,P-1,,,,,,,m-1,,entity:water,,,,2026-06-01,yes', ',,,,,,,,m-2,,,TBD,,,2027-04-01,'].join(
          '\n',
        ),
      ),
      ...{ profile: 'initiatives', dryRun: true, actor: administrator },
    });
    const told = answer.faults.filter(({ code }) => code === 'value/kept');
    expect(told.map(({ row, column, value, blocking }) => [row, column, value, blocking])).toEqual([
      [2, 'forecast', '2026-06-01', false],
      [2, 'key', 'yes', false],
      [2, 'party', 'entity:water', false],
      [3, 'target', 'TBD', false],
    ]);
    expect(told.map(({ message }) => /\((.*)\)$/.exec(message.en)?.[1])).toEqual([
      undefined,
      'false',
      'entity:works',
      '2027-03-01',
    ]);
    expect([answer.noticeCount, answer.changed]).toEqual([5, 1]);
  });

  it('a key that may not read tells nothing of what is there; one that may reads what its account does', async () => {
    await send('projects,P-1,,Secret,works,2026-01-04,,,m-1,Study,,2026-03-01,,');
    await house.bus.run(
      'projects/P-1',
      { type: 'AddMember', user: 'program', role: 'member', on: '2026-11-21' },
      { actor: administrator },
    );
    const look = (only: readonly string[], id: string, version = '') =>
      house.imports.import({
        bytes: Buffer.from([header, `projects,${id},${version},,,,,,m-1,,,,2026-05-01,`].join('\n')),
        ...{ profile: 'initiatives', dryRun: true },
        actor: { user: 'program', roles: ['member'], entity: 'works', only },
      });
    const answered = async (only: readonly string[], id: string, version?: string) => {
      const { faults, preview, ...rest } = await look(only, id, version);
      return JSON.stringify({ ...rest, id: '', faults, preview }).replaceAll(id, 'it');
    };
    const importing = ['import.run', 'import.read', 'milestone.report'];
    for (const version of ['', '1', '2'])
      expect(await answered(importing, 'P-1', version)).toBe(await answered(importing, 'P-9', version));
    expect(await answered(importing, 'P-1')).not.toContain('Secret');
    const [row] = (await look([...importing, 'initiative.read'], 'P-1')).preview;
    expect([row?.title, row?.change]).toEqual([{ en: 'Secret' }, 'changed']);
  });

  it('notices leave no place for nothing: what stops the file is always among what is listed', async () => {
    const ids = Array.from({ length: 1_050 }, (_, at) => `m-${at}`);
    await send(
      'projects,P-1,,Ports,works,2026-01-04,,,m-0,Study,,2027-03-01,,',
      ...ids.slice(1).map((id) => `,,,,,,,,${id},Study,,2027-03-01,,`),
    );
    const kept = ids.map((id, at) => `${at === 0 ? 'projects,P-1' : ','},,,,,,,${id},,entity:works,,,`);
    expect(await refused(...kept, 'projects,P-2,9,Wells,works,2026-01-04,,,m-1,Study,,2027-03-01,,')).toContainEqual([
      1_052,
      'version',
      'P-2',
      'import/unknown-export',
    ]);
  });

  it('what a person says is known when it is said, whatever day the file is of', async () => {
    const row = 'projects,P-1,,Ports,works,2026-01-04,,,m-1,Study,,2027-03-01,,';
    const bytes = Buffer.from([header, row].join('\n'));
    await house.imports.import({
      ...{ bytes, profile: 'initiatives', asOf: '2026-02-01', dryRun: false, actor: administrator },
    });
    expect((await house.events('projects/P-1')).every(({ knownAt, recordedAt }) => knownAt === recordedAt)).toBe(true);
  });

  it('what is asked for already is not asked for again', async () => {
    const rows = (start: string, actual: string) => [
      `projects,P-1,,Ports,works,${start},,,m-1,Study,,2027-03-01,${actual},`,
    ];
    await send(...rows('2026-01-04', '2026-05-01'));
    house.store.setClock({ kind: 'fixed', at: '2026-11-24T09:00:00.000Z' });
    expect(await send(...rows('2026-01-05', '2026-05-02'))).toMatchObject({ changed: 1, unchanged: 0 });
    expect((await house.events('projects/P-1')).slice(-2).map(({ type }) => type)).toEqual([
      'correction.requested.v1',
      'correction.requested.v1',
    ]);
    expect(await send(...rows('2026-01-05', '2026-05-02'))).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('a circle is a fault', async () =>
    expect(
      await refused('projects,P-1,,Ports,works,,,,m-1,Study,,2027-03-01,,m-2', ',,,,,,,,m-2,Contract,,2027-03-01,,m-1'),
    ).toEqual([[3, 'depends on', 'm-1', 'row/circle']]));

  it('what a rule refuses is named by the cell it came from', async () => {
    const row = (cells: Partial<Record<'owner' | 'instrument' | 'party' | 'target' | 'dependsOn', string>>) =>
      `${cells.instrument ? 'laws' : 'projects'},P-1,,Ports,${cells.owner ?? 'works'},,${cells.instrument ? 'EG' : ''},${cells.instrument ?? ''},m-1,Study,${cells.party ?? ''},${cells.target ?? '2027-03-01'},,${cells.dependsOn ?? ''}`;
    expect(await refused(row({ owner: 'nobody' }))).toEqual([[2, 'owner', 'nobody', 'initiative/unknown-party']]);
    expect(await refused(row({ party: 'entity:nobody' }))).toEqual([
      [2, 'party', 'entity:nobody', 'initiative/unknown-party'],
    ]);
    expect(await refused(row({ dependsOn: 'm-9' }))).toEqual([
      [2, 'depends on', 'm-9', 'milestone/unknown-dependency'],
    ]);
    expect(await refused(row({ target: 'm-9 + 3 days' }))).toEqual([
      [2, 'target', 'm-9 + 3 days', 'milestone/unknown-dependency'],
    ]);
    expect(await refused(row({ instrument: 'edict' }))).toEqual([
      [2, 'instrument', 'edict', 'initiative/unknown-path'],
    ]);
  });

  it('a version that has moved on is named in its own column', async () => {
    await send('projects,P-1,,Ports,works,,,,m-1,Study,,2027-03-01,,');
    expect(await refused('projects,P-1,1,Ports,works,,,,m-1,Study,,2027-03-01,,')).toEqual([
      [2, 'version', '1', 'import/version-moved'],
    ]);
  });
});
