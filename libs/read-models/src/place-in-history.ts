import { genesisHash, type AnyRecordedEvent } from '@masar/contracts';
import type { Inserted } from './history.js';

/** What is held next to, or at, an event's place. */
export interface Neighbour {
  readonly version: number;
  readonly hash: string;
  readonly prevhash: string;
}

/** Whether an event fits what stands around its place. Pure. */
export const placeInHistory = (event: AnyRecordedEvent, at: (version: number) => Neighbour | undefined): Inserted => {
  const held = at(event.version);
  if (held !== undefined) return held.hash === event.hash ? 'duplicate' : 'fork';
  const before = event.version === 1 ? genesisHash : at(event.version - 1)?.hash;
  const after = at(event.version + 1)?.prevhash;
  const chained = (before === undefined || before === event.prevhash) && (after === undefined || after === event.hash);
  return chained ? 'new' : 'fork';
};
