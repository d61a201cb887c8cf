import { setTimeout as pause } from 'node:timers/promises';
import type { StreamName } from '@masar/contracts';
import type { PendingCommits } from './pending-port.js';

export interface RepublishOptions {
  /**
   * Waits while so many are pending (default 20,000), so that what is committed meanwhile need not wait behind the whole
   * history; `Infinity` where no relay runs yet.
   */
  readonly mostPending?: number;
  /** After each step; `next` is where to go on after being stopped. */
  readonly onStep?: (commits: number, next: string | undefined) => void;
  /** Where an earlier run stopped. */
  readonly after?: string;
  readonly signal?: AbortSignal;
}

const waitMs = 200;

/**
 * Has the relay publish a stream, or everything, once more, in order within each stream. Answers how many commits were
 * marked; the publishing itself is the relay's and goes on behind it.
 */
export const republish = async (
  pending: PendingCommits,
  stream?: StreamName,
  { mostPending = 20_000, onStep, after, signal }: RepublishOptions = {},
): Promise<number> => {
  let marked = 0;
  for (let from = after; ;) {
    signal?.throwIfAborted();
    while (mostPending !== Infinity && (await pending.count(mostPending)) >= mostPending)
      await pause(waitMs, undefined, signal === undefined ? {} : { signal });
    const { commits, next } = await pending.markAgain(stream, from);
    marked += commits;
    onStep?.(marked, next);
    if (next === undefined) return marked;
    from = next;
  }
};
