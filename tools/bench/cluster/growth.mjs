import { setTimeout as pause } from 'node:timers/promises';
import { burstOf } from './burst.mjs';

const settleMs = 6_000;

const rowOf = ({ partitions }, reporting, run) => {
  const ofReporting = run.spent.filter(({ app }) => app === 'reporting').reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    partitions,
    'of reporting': reporting,
    updates: run.done,
    'acknowledged /s': Math.round(run.done / run.seconds),
    'folded /s': Math.round(run.done / (run.seconds + run.levelAfter)),
    'seconds to level after the last': run.levelAfter,
    'reporting, CPU ms/update': (ofReporting * 1000) / run.done,
  };
};

/** The same burst with what is there, then with fewer of reporting; who writes stays. */
export const growth = async (bench, amount, instances) => {
  const rows = [];
  for (const wanted of instances) {
    const others = bench.cluster.of('reporting').filter((one) => one !== bench.writer);
    const leaving = others.slice(wanted - 1);
    await bench.cluster.leave(leaving);
    if (leaving.length > 0) await pause(settleMs);
    rows.push(rowOf(bench, wanted, await burstOf(bench, amount)));
  }
  return rows;
};
