import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '@masar/calendar';
import type { LocalDate } from '@masar/contracts';
import { isBlocking } from './fault.js';
import type { ImportedInitiative } from './model/imported.js';
import { profileByName } from './profiles/index.js';
import { readText } from './read/read-file.js';
import type { ReadFile } from './read/reading.js';

/** Real files are no part of the repository: where they are not, these cases say so once and count as skipped. */
const folder = resolve(process.env['MASAR_SHARED_DATA'] ?? '../shared/data');
const there = existsSync(folder);
if (!there) console.warn('real files: not found, their figures are NOT checked (set MASAR_SHARED_DATA)');
const given = there ? it : it.skip;

const read = (profile: string, file: string, asOf?: LocalDate): ReadFile =>
  readText(readFileSync(resolve(folder, file)), profileByName(profile)!, {
    today: '2026-11-21',
    ...(asOf ? { asOf } : {}),
  });
const stopping = (file: ReadFile) => file.faults.filter(isBlocking);
const milestone = (one: ImportedInitiative, id: string) => one.milestones.find((each) => each.id === id);
const median = (days: readonly number[]): number => {
  const sorted = [...days].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const snapshots: readonly [year: number, asOf: LocalDate, projects: number, starts: number, ends: number][] = [
  [2014, '2013-09-30', 199, 198, 191],
  [2015, '2014-09-30', 188, 187, 180],
  [2018, '2017-09-30', 133, 131, 128],
  [2019, '2018-09-30', 133, 131, 127],
  [2020, '2019-09-30', 125, 122, 120],
  [2021, '2021-03-31', 184, 181, 178],
  [2022, '2022-03-31', 235, 224, 218],
];
const gmppOf = (year: number) => read('gmpp', `gmpp/gmpp_${year}.csv`, snapshots.find(([one]) => one === year)![1]);
const endOf = (one: ImportedInitiative): LocalDate | undefined => {
  const target = milestone(one, 'end')?.target;
  return typeof target === 'string' ? target : undefined;
};

const moves = (before: ReadFile, after: ReadFile) => {
  const known = new Map(before.initiatives.map((one) => [one.source.id, one]));
  const common = after.initiatives.filter((one) => known.has(one.source.id));
  const days = common.flatMap((one) => {
    const [from, to] = [endOf(known.get(one.source.id)!), endOf(one)];
    return from && to ? [daysBetween(from, to)] : [];
  });
  return {
    common: common.length,
    dated: days.length,
    later: days.filter((one) => one > 0).length,
    same: days.filter((one) => one === 0).length,
    earlier: days.filter((one) => one < 0).length,
    mean: Math.round((days.reduce((sum, one) => sum + one, 0) / days.length) * 10) / 10,
    over180: days.filter((one) => one > 180).length,
  };
};

describe('GMPP, seven snapshots', () => {
  given.each(snapshots)(
    '%i: projects, usable starts and ends; nothing stops it',
    (year, _asOf, projects, starts, ends) => {
      const file = gmppOf(year);
      expect(stopping(file)).toEqual([]);
      expect([
        file.initiatives.length,
        file.initiatives.filter((one) => one.startedOn).length,
        file.initiatives.filter(endOf).length,
      ]).toEqual([projects, starts, ends]);
      expect(new Set(file.initiatives.map((one) => one.source.id)).size).toBe(projects);
      expect(file.faults.every((one) => one.row > 1 && one.column !== '' && one.value !== '')).toBe(true);
    },
  );

  given('2021 → 2022: 42 later, 98 same, 8 earlier of 148, mean 183.1 days', () => {
    expect(moves(gmppOf(2021), gmppOf(2022))).toEqual({
      common: 159,
      dated: 148,
      later: 42,
      same: 98,
      earlier: 8,
      mean: 183.1,
      over180: 31,
    });
  });

  given('2020 → 2021: 26 / 44 / 5 of 75, mean 108.3 days', () => {
    expect(moves(gmppOf(2020), gmppOf(2021))).toMatchObject({
      common: 81,
      dated: 75,
      later: 26,
      same: 44,
      earlier: 5,
      mean: 108.3,
    });
  });

  given('without the day of the snapshot a file without project numbers cannot be identified', () => {
    expect(read('gmpp', 'gmpp/gmpp_2014.csv').faults.filter((one) => one.code === 'import/as-of-missing')).toHaveLength(
      199,
    );
  });
});

describe('Melbourne Water', () => {
  given('300 projects; stages after the file’s day are plans', () => {
    const file = read('melbourne-water', 'melbourne-water/capital_delivery.csv');
    expect(stopping(file)).toEqual([]);
    expect(file.initiatives).toHaveLength(300);
    const planned = (id: string) =>
      file.initiatives.filter((one) => typeof milestone(one, id)?.target === 'string').length;
    expect(['stage-1', 'stage-2', 'stage-3'].map(planned)).toEqual([74, 90, 144]);
    const silent = (id: string) =>
      file.initiatives.filter((one) => !milestone(one, id)?.actual && typeof milestone(one, id)?.target !== 'string')
        .length;
    expect(['pbc', 'tender-closed', 'stage-2', 'stage-3'].map(silent)).toEqual([184, 18, 3, 1]);
  });

  given('once every planned day has come, waits on the approval bodies have the source’s medians', () => {
    const bytes = readFileSync(resolve(folder, 'melbourne-water/capital_delivery.csv'));
    const file = readText(bytes, profileByName('melbourne-water')!, { today: '2036-01-01' });
    const byBody = new Map<string, number[]>();
    for (const wait of file.initiatives.flatMap((one) => one.waits))
      byBody.set(wait.party, [...(byBody.get(wait.party) ?? []), daysBetween(wait.since, wait.until!)]);
    const medians = Object.fromEntries(
      [...byBody].map(([body, days]) => [body.replace('entity:melbourne-water-', ''), median(days)]),
    );
    expect(medians).toMatchObject({
      'people-leadership-group': 174,
      'senior-leadership-group': 144,
      'executive-leadership-group': 294.5,
      md: 552,
      'finance-audit-and-compliance': 661.5,
    });
  });
});

describe('US bills', () => {
  const bills = () =>
    readdirSync(resolve(folder, 'us-bills'))
      .filter((name) => name.endsWith('.xml'))
      .map((name) => read('us-bill-status', `us-bills/${name}`));
  const bill = (id: string) =>
    bills()
      .flatMap((file) => file.initiatives)
      .find((one) => one.source.id === id)!;

  given('25 laws; four became law, so many days after introduction', () => {
    const files = bills();
    expect(files.flatMap(stopping)).toEqual([]);
    const laws = files.flatMap((file) => file.initiatives);
    expect(laws).toHaveLength(25);
    const passed = laws
      .filter((one) => one.outcome)
      .map((one) => [one.source.id, daysBetween(one.startedOn!, one.outcome!.on)]);
    expect(Object.fromEntries(passed)).toEqual({
      '114-hr-22': 332,
      '114-hr-1314': 243,
      '114-s-1300': 157,
      '114-hr-1531': 137,
    });
  });

  given('several recorders of one event count once', () => {
    const { stages, notes } = bill('114-s-1300');
    expect(stages.map((one) => [one.stage, one.on])).toEqual([
      ['introduced', '2015-05-12'],
      ['senate-committee', '2015-05-12'],
      ['senate-calendar', '2015-07-09'],
      ['senate-passed', '2015-07-14'],
      ['house-floor', '2015-10-06'],
      ['house-passed', '2015-10-06'],
      ['presented', '2015-10-08'],
      ['became-law', '2015-10-16'],
    ]);
    expect(notes.filter((one) => one.text.startsWith('Became Public Law'))).toEqual([
      expect.objectContaining({ on: '2015-10-16', about: 'Library of Congress; House floor actions' }),
    ]);
    expect(notes).toHaveLength(18);
  });

  given('an action before introduction and actions after the law are kept, and move no stage', () => {
    const early = bill('114-hr-3106');
    expect(early.stages[0]).toMatchObject({ stage: 'introduced', on: '2015-07-16' });
    expect(early.notes[0]).toMatchObject({ on: '2015-07-14' });
    const late = bill('114-hr-1531');
    expect(late.stages.at(-1)).toMatchObject({ stage: 'became-law', on: '2015-08-07' });
    expect(late.notes.at(-1)).toMatchObject({ on: '2015-08-28' });
  });
});

describe('Brazilian bills', () => {
  given('37 bills; 45 phases begun in order; 32 skips', () => {
    expect(read('br-bills', 'br-bills/proposicoes.csv').initiatives.filter((one) => one.startedOn)).toHaveLength(37);
    const phases = read('br-bills', 'br-bills/progressos.csv');
    expect(stopping(phases)).toEqual([]);
    const stages = phases.initiatives.flatMap((one) => one.stages);
    expect(stages.filter((one) => one.stage !== 'fase-encerrada')).toHaveLength(45);
    expect(stages.flatMap((one) => one.skip ?? [])).toHaveLength(32);
    for (const one of phases.initiatives)
      expect(one.stages.map((stage) => stage.on)).toEqual(one.stages.map((stage) => stage.on).sort());
  });

  given('3,416 actions by date, then sequence', () => {
    const file = read('br-bills', 'br-bills/trams.csv');
    expect(stopping(file)).toEqual([]);
    const notes = file.initiatives.flatMap((one) => one.notes);
    expect([
      file.initiatives.length,
      notes.length,
      new Set(file.initiatives.flatMap((one) => one.notes.map((note) => `${one.source.id}/${note.id}`))).size,
    ]).toEqual([27, 3416, 3416]);
    for (const one of file.initiatives)
      expect(one.notes.map((note) => note.on)).toEqual(one.notes.map((note) => note.on).sort());
    expect(
      file.initiatives
        .filter((one) => one.outcome)
        .map((one) => [one.source.id, one.outcome!.outcome, one.outcome!.on]),
    ).toEqual([
      ['135060', 'lapsed', '2019-06-05'],
      ['135062', 'in-force', '2019-07-09'],
      ['135064', 'in-force', '2019-06-18'],
    ]);
  });
});

describe('an action plan and an event log', () => {
  given('65 milestones: counted from the plan’s day, from another body’s event, or none', () => {
    const file = read('federal-data-strategy', 'us-policy-fds/action_plan_2019-12-23.csv');
    expect(stopping(file)).toEqual([]);
    const plan = file.initiatives.find((one) => one.source.id === '2020-action-plan')!;
    expect(plan.milestones).toHaveLength(65);
    expect(new Set(plan.milestones.map((one) => one.type)).size).toBe(20);
    const forms = plan.milestones.map(({ target }) =>
      typeof target === 'string'
        ? 'date'
        : 'after' in target!
          ? target.after === 'start'
            ? 'start'
            : 'event'
          : 'none',
    );
    expect(
      Object.fromEntries(
        ['start', 'event', 'date', 'none'].map((form) => [form, forms.filter((one) => one === form).length]),
      ),
    ).toEqual({ start: 56, event: 1, date: 1, none: 7 });
    expect(milestone(plan, '9.3')?.target).toBe('2020-09-30');
    expect(milestone(plan, '5.1')?.target).toEqual({
      after: 'policies/federal-data-strategy-open-data-plan-guidance/milestones/issued',
      days: 0,
    });
  });

  given('1,000 permits: 672 ended before the planned day, 249 after, 63 on it; 16 open', () => {
    const file = read('permit-receipt', 'eventlogs/receipt.csv');
    expect(stopping(file)).toEqual([]);
    const ends = file.initiatives.map((one) => milestone(one, 'end')!);
    const ended = ends.filter((one) => one.actual);
    const days = ended.map((one) => daysBetween(one.target as string, one.actual!));
    expect([
      file.initiatives.length,
      days.filter((one) => one < 0).length,
      days.filter((one) => one > 0).length,
      days.filter((one) => one === 0).length,
      ends.length - ended.length,
    ]).toEqual([1000, 672, 249, 63, 16]);
  });
});
