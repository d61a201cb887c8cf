import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { sharedData } from '../harness/shared-data.js';
import type { Shown } from '../harness/shown.js';
import { useSystem } from '../harness/system-for-specs.js';
import { dayOf } from '../oracle/day-numbers.js';
import { importFile, levelWithLog } from '../real-data/import-file.js';
import { separatedRows } from '../real-data/separated-rows.js';

const data = sharedData();
if (data === undefined) console.warn('REAL DATA ABSENT: the GMPP snapshots are not checked (set MASAR_SHARED_DATA)');
const whenThere = data === undefined ? describe.skip : describe;

const fileOf = (year: number) => join(data ?? '', `gmpp/gmpp_${year}.csv`);
const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

const dateIn = (target: Shown | undefined): string | undefined =>
  target && 'date' in target ? String(target['date']) : undefined;

/** End dates as the file states them, by project number. */
const endsInFile = (year: number): ReadonlyMap<string, string> =>
  new Map(
    separatedRows(fileOf(year), { separator: ';', encoding: 'windows-1252' }).map((row) => [
      row['project_number'] ?? '',
      row['end_date'] ?? '',
    ]),
  );

whenThere('two snapshots of the UK portfolio', () => {
  const { api } = useSystem();
  const sources = new Map<string, string>();

  /** Targets of the milestone `end` by project number, as known on a day; only of initiatives known by then. */
  const endsKnownOn = async (day: string): Promise<ReadonlyMap<string, string | undefined>> => {
    const items = await api().all(`/api/milestones?kind=projects&knownOn=${day}`);
    return new Map(
      items.map((item) => [sources.get(String(item['initiative']?.['id'])) ?? '', dateIn(item['currentTarget'])]),
    );
  };

  beforeAll(async () => {
    const first = await importFile(api(), fileOf(2021), { profile: 'gmpp', asOf: '2021-03-31' });
    expect(first).toMatchObject({ new: 184, vanished: 0 });
    const second = await importFile(api(), fileOf(2022), { profile: 'gmpp', asOf: '2022-03-31' });
    expect(second).toMatchObject({ new: 76, vanished: 25 });
    expect(Number(second['changed']) + Number(second['unchanged'])).toBe(159);
    await levelWithLog(api(), 'projects');
    for (const project of await api().all('/api/projects')) {
      sources.set(String(project['id']), String(project['source']?.['id']));
    }
  }, 300_000);

  it('gives 184 and 235 initiatives, as known on their dates', async () => {
    expect(await api().json('/api/portfolio?knownOn=2021-03-31&limit=1')).toMatchObject({ total: 184 });
    expect(await api().json('/api/portfolio?knownOn=2021-03-30&limit=1')).toMatchObject({ total: 0 });
    expect(await api().json('/api/portfolio?limit=1')).toMatchObject({ total: 184 + 235 - 159 });
  });

  it('shows on each date what the file of that date said', async () => {
    for (const [year, day] of [
      [2021, '2021-03-31'],
      [2022, '2022-03-31'],
    ] as const) {
      const [inFile, known] = [endsInFile(year), await endsKnownOn(day)];
      for (const [project, end] of inFile)
        expect([project, known.get(project)]).toEqual([project, isDate(end) ? end : undefined]);
    }
  });

  it('moved 42 later, left 98 and brought 8 forward, by 183.1 days on average, 31 of them by more than 180', async () => {
    const [before, after] = [await endsKnownOn('2021-03-31'), await endsKnownOn('2022-03-31')];
    const inSecond = endsInFile(2022);
    const moves: number[] = [];
    for (const [project, was] of before) {
      const is = inSecond.has(project) ? after.get(project) : undefined;
      if (was !== undefined && is !== undefined) moves.push(dayOf(is) - dayOf(was));
    }
    expect(moves).toHaveLength(148);
    expect(moves.filter((move) => move > 0)).toHaveLength(42);
    expect(moves.filter((move) => move === 0)).toHaveLength(98);
    expect(moves.filter((move) => move < 0)).toHaveLength(8);
    expect(moves.filter((move) => move > 180)).toHaveLength(31);
    expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeCloseTo(183.1, 1);
  });

  it('gives the slip the same figures', async () => {
    const inSecond = endsInFile(2022);
    const inBoth = new Set([...endsInFile(2021).keys()].filter((project) => inSecond.has(project)));
    const items = await api().all('/api/milestones?kind=projects');
    const slips = items
      .filter((item) => inBoth.has(sources.get(String(item['initiative']?.['id'])) ?? '') && item['slip'] !== null)
      .map((item) => Number(item['slip']?.['days']));
    expect(slips.filter((slip) => slip > 0)).toHaveLength(42);
    expect(slips.filter((slip) => slip < 0)).toHaveLength(8);
  });

  it('refuses an older snapshot than what is known, changing nothing', async () => {
    const events = async () => (await api().json('/api/portfolio?limit=1'))['total'];
    const before = await events();
    await expect(importFile(api(), fileOf(2020), { profile: 'gmpp', asOf: '2019-09-30' })).rejects.toThrow(
      /409.*import\/older-than-known/,
    );
    expect(await events()).toBe(before);
  }, 60_000);
});
