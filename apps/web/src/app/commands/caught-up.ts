import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { liveKeys } from '../live.js';

const waitMilliseconds = 5_000;

/** The screens ask again for what commands change. */
export const askAgain = (cache: QueryClient): Promise<void> =>
  cache.invalidateQueries({ predicate: ({ queryKey }) => liveKeys.includes(queryKey[0] as never) });

/**
 * What was acknowledged is to be seen by whoever gave it: waits until reporting has folded it, then lets the screens ask
 * again. When that takes longer than a moment they ask all the same, and the live line brings the rest.
 */
export const catchUp = async (cache: QueryClient, position: string | undefined): Promise<void> => {
  if (position !== undefined)
    await api
      .GET('/api/milestones', { params: { query: { limit: 1, atLeast: position, waitMs: waitMilliseconds } } })
      .catch(() => undefined);
  await askAgain(cache);
};
