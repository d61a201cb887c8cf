import { describe, expect, it } from '@jest/globals';
import { profileByName } from '../profiles/index.js';
import { readText } from './read-file.js';

const read = (...lines: readonly string[]) =>
  readText(Buffer.from(lines.join('\n')), profileByName('initiatives')!, { today: '2026-11-21' });
const header = 'kind,initiative,title,owner,milestone,milestone title,target';

describe('our own table', () => {
  it('takes ids that an address can name, others are a fault of their cell', () => {
    expect(read(header, 'projects,P-1,Schools,education,m.1,Design,2027-01-01').faults).toEqual([]);
    const { faults } = read(header, 'projects,..,Schools,education,.,Design,2027-01-01');
    expect(faults.map(({ row, value, code, blocking }) => [row, value, code, blocking])).toEqual([
      [2, '..', 'value/not-an-id', true],
      [2, '.', 'value/not-an-id', true],
    ]);
  });

  const told = (faults: ReturnType<typeof read>['faults']) =>
    faults.map(({ row, column, value, code, blocking }) => [row, column, value, code, blocking]);

  it('a day long gone is no day of a programme: a Hijri year without its mark', () => {
    const { faults } = read(header, 'projects,K-1,Schools,education,m-1,Design,15/9/1448');
    expect(faults.map(({ row, value, code }) => [row, value, code])).toEqual([[2, '15/9/1448', 'date/unreadable']]);
  });

  it('one kind said in two words is one initiative', () => {
    const { faults, initiatives } = read(
      header,
      'projects,K-1,Schools,education,m-1,Design,2027-01-01',
      'مشروع,K-1,,,m-2,Build,2027-02-01',
    );
    expect(faults).toEqual([]);
    expect(initiatives.map(({ milestones }) => milestones.map(({ id }) => id))).toEqual([['m-1', 'm-2']]);
  });

  it('a promise further off than a command by hand reaches is a fault of its cell', () => {
    const targets = ['start + 20000 days', 'start + 20001 days', 'start + 600 months', 'start + 99999999999 months'];
    const { faults } = read(header, ...targets.map((target, at) => `projects,P-${at},A,works,m-1,B,${target}`));
    expect(faults.map(({ row, value, code, blocking }) => [row, value, code, blocking])).toEqual([
      [3, targets[1], 'date/unreadable', true],
      [5, targets[3], 'date/unreadable', true],
    ]);
  });

  it('what a row says of a milestone without naming it is a fault, and not lost', () => {
    const { faults } = read(
      header,
      'projects,P-1,Schools,education,,Design,',
      ',,,,,,2027-01-01',
      'projects,P-2,Wells,water,,,',
    );
    expect(told(faults)).toEqual([
      [2, 'milestone', '', 'value/missing', true],
      [3, 'milestone', '', 'value/missing', true],
    ]);
  });

  it('key is yes or no, in words of either language', () => {
    const rows = ['نعم', 'YES', '١', 'لا', 'False', '', 'perhaps'].map(
      (word, at) => `projects,P-1,Schools,education,m-${at},Step,2027-01-01,${word}`,
    );
    const { faults, initiatives } = read(`${header},key`, ...rows);
    expect(initiatives[0]!.milestones.map(({ key }) => key)).toEqual([true, true, true, false, false, false, false]);
    expect(told(faults)).toEqual([[8, 'key', 'perhaps', 'value/not-listed', true]]);
  });

  it('numbers are taken in either digits, also the version', () => {
    const { faults, initiatives } = read(
      `${header},version,actual`,
      'projects,P-1,Schools,education,m-1,Design,٢٠٢٧-٠١-٠١,١٢,٠١/٠٢/٢٠٢٦',
      'projects,P-2,Wells,water,m-1,Design,start + ٣٠ days,۷,',
    );
    expect(told(faults)).toEqual([[2, 'actual', '٠١/٠٢/٢٠٢٦', 'date/ambiguous', true]]);
    expect(initiatives.map(({ own, milestones }) => [own?.version, milestones[0]?.target])).toEqual([
      [12, '2027-01-01'],
      [7, { after: 'start', days: 30 }],
    ]);
  });

  it('an export names a sovereign body by a word in its place, which says nothing', () => {
    const columns = 'kind,initiative,version,id,title_ar,title_en,owner,party,key,status,originalTarget,currentTarget';
    const { faults, initiatives } = read(
      columns,
      'laws,L-1,3,m-1,,Vote,works,constitutional-procedure,true,planned,,2027-01-01',
    );
    expect([told(faults), initiatives[0]!.milestones[0]!.party]).toEqual([[], undefined]);
  });

  it('a header given twice is a fault, also under another of its names', () => {
    expect(told(read(`${header},owner`, 'projects,P-1,Schools,education,,,,').faults)).toEqual([
      [1, 'owner', '', 'table/column-twice', true],
    ]);
    expect(told(read(`${header},الجهة المسؤولة`, 'projects,P-1,Schools,education,,,,').faults)).toEqual([
      [1, 'الجهة المسؤولة', '', 'table/column-twice', true],
    ]);
  });

  it('a target may be a quarter, a month or words that mean none; what happened is a day', () => {
    const targets = ['Q1 2026', 'الربع الأول 2026', 'مارس 2026', 'TBD', 'لم يُخطط بعد', 'withheld'];
    const rows = targets.map((target, at) => `projects,P-1,Schools,education,m-${at},Step,${target},`);
    const { faults, initiatives } = read(`${header},actual`, ...rows, ',,,,m-9,Step,,Q1 2026');
    expect(initiatives[0]!.milestones.map(({ target }) => target)).toEqual([
      '2026-03-31',
      '2026-03-31',
      '2026-03-31',
      { absent: 'not-yet-planned', ground: 'TBD' },
      { absent: 'not-yet-planned', ground: 'لم يُخطط بعد' },
      { absent: 'withheld', ground: 'withheld' },
      undefined,
    ]);
    expect(told(faults)).toEqual([
      [5, 'target', 'TBD', 'date/absent', false],
      [6, 'target', 'لم يُخطط بعد', 'date/absent', false],
      [7, 'target', 'withheld', 'date/absent', false],
      [8, 'actual', 'Q1 2026', 'date/unreadable', true],
    ]);
  });

  it('a title longer than a title may be is a fault, and not cut', () => {
    const row = (title: string, milestone: string) => `projects,P-1,${title},education,m-1,${milestone},2027-01-01`;
    expect(read(header, row('a'.repeat(500), 'b'.repeat(500))).faults).toEqual([]);
    expect(
      read(header, row('a'.repeat(501), 'b'.repeat(501))).faults.map(({ row: at, column, code }) => [at, column, code]),
    ).toEqual([
      [2, 'title', 'value/too-long'],
      [2, 'milestone title', 'value/too-long'],
    ]);
  });
});
