import { setTimeout as pause } from 'node:timers/promises';

/** Looks until it is so; rejects, saying what was waited for, after so long. */
export const until = async (what: string, isSo: () => Promise<boolean>, withinMs = 20_000): Promise<void> => {
  for (const end = Date.now() + withinMs; !(await isSo()); await pause(50))
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
};
