import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bilingual } from '@masar/contracts';
import { checkBody, DescribeMilestoneBody } from '@masar/contracts/bodies';
import { planImport, profileByName, readFile, type KnownInitiative, type ReadFile } from '@masar/import';
import { milestonesTable } from './columns.js';
import { csvFormat } from './csv.js';
import type { MilestoneLine } from '../queries/rows-on-day.js';
import { workbookOf } from './xlsx.js';

const own = profileByName('initiatives')!;
const lineOf = (title: Bilingual, at: number): MilestoneLine => ({
  stream: 'projects/P-1',
  id: `projects/P-1/milestones/m-${at}`,
  version: 7,
  item: {
    ...{ id: `m-${at}`, title, party: 'entity:works', key: false, status: 'planned' },
    initiative: { kind: 'projects', id: 'P-1', title: { en: 'Ports' }, owner: 'works' },
    originalTarget: { date: '2027-03-01' },
    currentTarget: { date: '2027-03-01' },
    forecast: { team: null, reason: 'not-offered' },
    ...{ actual: null, confirmedOn: null, slip: null, variance: null },
  },
});
const knownOf = (titles: readonly Bilingual[]): KnownInitiative => ({
  ...{ stream: 'projects/P-1', version: 7, knownAt: '2026-11-20T09:00:00.000Z', draft: false, title: { en: 'Ports' } },
  ...{ owner: 'works', waits: {}, stages: [], notes: [], asked: [] },
  milestones: Object.fromEntries(
    titles.map((title, at) => [
      `m-${at}`,
      {
        ...{ title, target: '2027-03-01', original: '2027-03-01', statuses: ['planned'] },
        ...{ cancelled: false, party: 'entity:works', key: false, dependsOn: [] },
      },
    ]),
  ),
});

async function* batch(lines: readonly MilestoneLine[]): AsyncGenerator<readonly MilestoneLine[]> {
  yield lines;
}
const formats = {
  csv: async (lines: readonly MilestoneLine[]) => {
    const format = csvFormat(milestonesTable.columns, milestonesTable.recordOf);
    return Buffer.from(format.head() + format.rows(lines) + format.tail());
  },
  xlsx: async (lines: readonly MilestoneLine[]) => {
    const parts: Uint8Array[] = [];
    for await (const part of workbookOf(milestonesTable, batch(lines), 'milestones', 'ar')) parts.push(part);
    return Buffer.concat(parts);
  },
};
const back = async (format: keyof typeof formats, titles: readonly Bilingual[]): Promise<ReadFile> =>
  readFile(await formats[format](titles.map(lineOf)), own, { today: '2026-11-21' });
const titlesIn = ({ initiatives }: ReadFile) =>
  initiatives.flatMap(({ milestones }) => milestones.map(({ title }) => title));

/** Whatever guards, escapes, separators and line ends are made of, beside letters. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'\'"=+-@;,\t\n ax_#م😀', '_x0041_', '#REF!', "'=", '\r\n'), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const title = fc
  .record({ ar: text, en: text }, { requiredKeys: [] })
  .filter((one) => checkBody({ title: one }, DescribeMilestoneBody).length === 0);
const trimmed = ({ ar, en }: Bilingual): Bilingual => {
  const told = (one: string | undefined) => one?.replace(/\r*\n|\r+/g, '\n').trim();
  return { ...(ar === undefined ? {} : { ar: told(ar)! }), ...(en === undefined ? {} : { en: told(en)! }) };
};

describe.each(['csv', 'xlsx'] as const)('our own table out and in again as %s', (format) => {
  it('titles with apostrophes, line breaks and what looks like an escape come back as they were', async () => {
    const titles = ["'quoted'", "'=1+1", "''@x", '=1+1', 'one\ntwo', 'a  b', '_x0041_', '_x005F_', '#N/A', '-5'];
    const read = await back(
      format,
      titles.map((en) => ({ en })),
    );
    expect(read.faults).toEqual([]);
    expect(titlesIn(read)).toEqual(titles.map((en) => ({ en })));
  });

  it('any title that a command takes comes back, but for the space around it, and changes nothing', () =>
    fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 5 }), async (titles) => {
        const read = await back(format, titles);
        expect(read.faults).toEqual([]);
        expect(titlesIn(read)).toEqual(titles.map(trimmed));
        const known = new Map([['projects/P-1', knownOf(titles)]]);
        const plan = planImport(read.initiatives, own, { initiatives: known, sourceIds: [], today: '2026-11-21' });
        expect([plan.unchanged, plan.faults]).toEqual([1, []]);
      }),
      { numRuns: format === 'csv' ? 300 : 60 },
    ));

  it('what was recorded before such characters were refused is told without them, and changes nothing', async () => {
    const titles = [{ ar: 'ميناء\u0000', en: 'Po\u001brt' }, { en: '\u0001=1+1' }];
    const read = await back(format, titles);
    expect(titlesIn(read)).toEqual([{ ar: 'ميناء', en: 'Port' }, { en: '=1+1' }]);
    const known = new Map([['projects/P-1', knownOf(titles)]]);
    const plan = planImport(read.initiatives, own, { initiatives: known, sourceIds: [], today: '2026-11-21' });
    expect([plan.unchanged, plan.faults]).toEqual([1, []]);
  });
});
