import { startSystem } from '../harness/start-system.js';
import { disagreementsOf, type Disagreement } from '../random-history/agree-with-oracle.js';
import { compareRows } from '../random-history/compare-rows.js';
import { addDays } from '../random-history/days.js';
import { playHistories } from '../random-history/play-histories.js';
import { openWorld } from '../random-history/world.js';
import type { Check, CheckPlan } from './check.js';

/** Spans that cross the Emirates' change of weekend, a Ramadan, and the turn of a year. */
const firstDays = ['2021-12-01', '2026-02-08', '2025-12-10'] as const;
const days = 56;
const questions = 16;
const historiesPerSystem = 200;

const oneWorld = async (seeds: readonly number[], firstDay: string) => {
  const system = await startSystem({ now: `${firstDay}T06:00:00.000Z` });
  try {
    const world = await openWorld(system.target());
    const { models } = await playHistories(world, { seeds, firstDay, days, atOnce: 8 });
    const disagreements: Disagreement[] = [];
    let [compared, commands, accepted, commitments] = [0, 0, 0, 0];
    for (const model of models) {
      const outcome = await disagreementsOf(world, model, { firstDay, days, questions });
      compared += outcome.compared;
      commands += model.log.length;
      commitments += model.commitments.length;
      accepted += model.log.filter((line) => line.status < 300).length;
      disagreements.push(...outcome.disagreements);
    }
    const rows: string[] = [];
    for (const [on, knownOn] of [
      [days - 1, days - 1],
      [20, 40],
      [30, 30],
    ] as const) {
      rows.push(
        ...(await compareRows(world, models, { on: addDays(firstDay, on), knownOn: addDays(firstDay, knownOn) })),
      );
    }
    return { compared, commands, accepted, commitments, disagreements, rows };
  } finally {
    await system.remove();
  }
};

const describeOne = (one: Disagreement): string =>
  [`seed ${one.seed} ${JSON.stringify(one.question)}`, ...one.differences.slice(0, 12), one.report].join('\n  ');

/** Random histories through a real process, every ledger compared with the oracle's entry by entry. */
export const ledgerOracle: Check = {
  name: 'ledger-oracle',
  what: 'the day ledger equals an independent day-by-day oracle on random histories, for many on and knownOn',
  usually: 12,
  run: async ({ rounds, seed }: CheckPlan) => {
    const figures = {
      histories: 0,
      commands: 0,
      accepted: 0,
      commitments: 0,
      compared: 0,
      disagreements: 0,
      rowsApart: 0,
    };
    const failures: string[] = [];
    const seeds = Array.from({ length: rounds }, (_, index) => seed + index);
    for (let start = 0, world = 0; start < seeds.length; start += historiesPerSystem, world += 1) {
      const batch = seeds.slice(start, start + historiesPerSystem);
      const firstDay = firstDays[(seed + world) % firstDays.length] as string;
      const outcome = await oneWorld(batch, firstDay);
      figures.histories += batch.length;
      figures.commands += outcome.commands;
      figures.accepted += outcome.accepted;
      figures.commitments += outcome.commitments;
      figures.compared += outcome.compared;
      figures.disagreements += outcome.disagreements.length;
      figures.rowsApart += outcome.rows.length;
      failures.push(
        ...outcome.rows,
        ...outcome.disagreements.map((one) => `${describeOne(one)}\n  (world of ${firstDay})`),
      );
    }
    return { figures, failures };
  },
};
