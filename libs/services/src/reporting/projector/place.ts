import type { AnyRecordedEvent } from '@masar/contracts';
import { genesisHash } from '@masar/contracts';

/** How far a stream has been folded. */
export interface AppliedHead {
  readonly version: number;
  readonly hash: string;
}

export const beforeFirst: AppliedHead = { version: 0, hash: genesisHash };

export type Placed = 'next' | 'duplicate' | 'gap' | 'fork';

/**
 * Every incoming event is next, a duplicate, after a gap, or of another history. Only the head's own hash is at hand here:
 * whether an older version is the same event is what `History.insert` says.
 */
export const place = (
  applied: AppliedHead,
  incoming: Pick<AnyRecordedEvent, 'version' | 'hash' | 'prevhash'>,
): Placed => {
  if (incoming.version < applied.version) return 'duplicate';
  if (incoming.version === applied.version) return incoming.hash === applied.hash ? 'duplicate' : 'fork';
  if (incoming.version > applied.version + 1) return 'gap';
  return incoming.prevhash === applied.hash ? 'next' : 'fork';
};
