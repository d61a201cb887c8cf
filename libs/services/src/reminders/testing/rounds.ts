import { setTimeout as pause } from 'node:timers/promises';

const roundsIn = (metrics: string): number => Number(/^masar_reminder_rounds_total (\d+)/m.exec(metrics)?.[1] ?? 0);

/** Resolves when a process has begun and ended so many rounds from now on; rejects where that takes more than a minute. */
export const roundsPassed = async (count: number, metrics: () => Promise<string>): Promise<void> => {
  // One may be under way.
  const wanted = roundsIn(await metrics()) + count + 1;
  for (const end = performance.now() + 60_000; roundsIn(await metrics()) < wanted; await pause(100))
    if (performance.now() > end) throw new Error(`no ${wanted} rounds of reminders within a minute`);
};
