import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again for what another process has written: a unique index meets it at once, a read sees it only when a
 * majority has it, some milliseconds later. `undefined` when it has not come by then (it may have been rolled back).
 */
export const untilSeen = async <T>(
  look: () => Promise<T | undefined | null>,
  forMs = 5_000,
): Promise<T | undefined> => {
  const end = performance.now() + forMs;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    const seen = await look();
    if (seen !== undefined && seen !== null) return seen;
    if (performance.now() >= end) return undefined;
    await pause(wait);
  }
};
