import type { PendingInMemory } from './pending-in-memory.js';

/** What `commitSample` makes: so many streams of so many events. */
export const sampleSize = { streams: 12, events: 180 };

/** Commits of different sizes over several streams, always the same. */
export const commitSample = (pending: PendingInMemory): void => {
  for (let round = 0; round < 10; round += 1)
    for (let index = 0; index < sampleSize.streams; index += 1)
      pending.commit(`${index % 2 ? 'laws/L' : 'projects/P'}-${index}`, 1 + ((round + index) % 2));
};
