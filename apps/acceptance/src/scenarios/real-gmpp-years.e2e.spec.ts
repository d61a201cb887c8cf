import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedData } from '../harness/shared-data.js';
import { listOf, type Shown } from '../harness/shown.js';
import { useSystem } from '../harness/system-for-specs.js';
import { dayOf } from '../oracle/day-numbers.js';
import { importBytes, importFile, levelWithLog } from '../real-data/import-file.js';

const data = sharedData();
if (data === undefined) console.warn('REAL DATA ABSENT: the seven GMPP files are not checked (set MASAR_SHARED_DATA)');
const whenThere = data === undefined ? describe.skip : describe;
const fileOf = (year: number) => join(data ?? '', `gmpp/gmpp_${year}.csv`);

/** Year of the file, its snapshot date, projects, and usable start and end dates (MANIFEST.md). */
const snapshots = [
  [2014, '2013-09-30', 199, 198, 191],
  [2015, '2014-09-30', 188, 187, 180],
  [2018, '2017-09-30', 133, 131, 128],
  [2019, '2018-09-30', 133, 131, 127],
  [2020, '2019-09-30', 125, 122, 120],
  [2021, '2021-03-31', 184, 181, 178],
  [2022, '2022-03-31', 235, 224, 218],
] as const;

whenThere('the seven GMPP files, oldest first', () => {
  const { api } = useSystem();
  const answers = new Map<number, Shown>();

  beforeAll(async () => {
    for (const [year, asOf] of snapshots)
      answers.set(year, await importFile(api(), fileOf(year), { profile: 'gmpp', asOf }));
    await levelWithLog(api(), 'projects');
  }, 300_000);

  it.each(snapshots.map((one) => [one[0], one] as const))('%i has the manifest’s projects', (year, [, , projects]) => {
    const answer = answers.get(year) as Shown;
    expect(Number(answer['new']) + Number(answer['changed']) + Number(answer['unchanged'])).toBe(projects);
    for (const fault of listOf(answer['faults'])) {
      expect(Number(fault['row'])).toBeGreaterThan(0);
      expect(fault).toMatchObject({
        column: expect.any(String),
        code: expect.any(String),
        message: expect.any(String),
      });
    }
  });

  it.each(snapshots.slice(0, 4).map((one) => [one[0], one] as const))(
    '%i has the manifest’s usable dates',
    async (_year, [, asOf, , starts, ends]) => {
      const ofSnapshot = (await api().all('/api/projects')).filter((one) =>
        String(one['source']?.['id']).startsWith(asOf),
      );
      expect(ofSnapshot.filter((one) => one['startedOn'] !== null)).toHaveLength(starts);
      const ids = new Set(ofSnapshot.map((one) => String(one['id'])));
      const milestones = (await api().all(`/api/milestones?kind=projects&knownOn=${asOf}`)).filter((one) =>
        ids.has(String(one['initiative']?.['id'])),
      );
      expect(milestones.filter((one) => 'date' in (one['currentTarget'] ?? {}))).toHaveLength(ends);
    },
    20_000,
  );

  it('joins 2020 to 2021 by number: 81 in common, 75 dated, 26 later, 44 as they were, 5 earlier, mean 108.3', async () => {
    const endsOn = async (day: string) => {
      const items = await api().all(`/api/milestones?kind=projects&knownOn=${day}`);
      return new Map(items.map((one) => [String(one['initiative']?.['id']), one['currentTarget'] as Shown] as const));
    };
    const [before, after] = [await endsOn('2019-09-30'), await endsOn('2021-03-31')];
    const registered = new Map(
      (await api().all('/api/portfolio?knownOn=2021-03-31')).map((one) => [String(one['id']), one] as const),
    );
    const numbered = [...before.keys()].filter((id) => !/^gmpp-20\d\d-/.test(id) && registered.has(id));
    expect(numbered).toHaveLength(125);
    const touched = new Set<string>();
    for (const id of numbered) {
      const events = await api().all(`/api/projects/${id}/events`);
      if (events.some((event) => String(event['knownAt']).startsWith('2021-03'))) touched.add(id);
    }
    const moves = [...touched].flatMap((id) => {
      const [was, is] = [before.get(id), after.get(id)];
      return was && is && 'date' in was && 'date' in is ? [dayOf(String(is['date'])) - dayOf(String(was['date']))] : [];
    });
    const later = moves.filter((move) => move > 0).length;
    const earlier = moves.filter((move) => move < 0).length;
    expect([later, earlier]).toEqual([26, 5]);
    expect(moves.reduce((sum, move) => sum + move, 0) / 75).toBeCloseTo(108.3, 1);
    expect(answers.get(2021)).toMatchObject({ new: 184 - 81 });
  }, 60_000);

  it('refuses a file in another shape, changing nothing', async () => {
    const heads = async () =>
      (await api().all('/api/projects')).map((one) => `${String(one['id'])}@${String(one['version'])}`);
    const before = await heads();
    const broken = readFileSync(fileOf(2022)).subarray(0, 90_000).toString('latin1').replaceAll(';', '');
    const answer = await importBytes(api(), new TextEncoder().encode(broken), {
      profile: 'gmpp',
      asOf: '2023-03-31',
      filename: 'broken.csv',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(String(answer.body['code'])).toMatch(/^import\//);
    expect(await heads()).toEqual(before);
  }, 30_000);

  it('answers an exact second import with nothing new, and refuses what is older than known', async () => {
    const again = await importFile(api(), fileOf(2022), { profile: 'gmpp', asOf: '2022-03-31' });
    expect(again).toMatchObject({ id: answers.get(2022)?.['id'], new: 0, changed: 0, unchanged: 235 });
    const first = await importFile(api(), fileOf(2014), { profile: 'gmpp', asOf: '2013-09-30' });
    expect(first).toMatchObject({ new: 0, changed: 0, unchanged: 199 });
    const older = await importBytes(api(), new Uint8Array(readFileSync(fileOf(2021))), {
      profile: 'gmpp',
      asOf: '2021-03-31',
      filename: 'gmpp_2021.csv',
    });
    expect([older.status, older.body['code']]).toEqual([409, 'import/older-than-known']);
    expect(await api().json('/api/portfolio?limit=1')).toMatchObject({ total: 199 + 188 + 133 + 133 + 125 + 103 + 76 });
  }, 60_000);
});
