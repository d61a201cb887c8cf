import type { AnyRecordedEvent } from '@masar/contracts';
import type { Delivery, PartitionPlace, UndecodableRecord } from '../broker-port.js';
import { eventOf, NoEvent, type ReceivedRecord } from './event-record.js';

/** What is taken from a partition at once: events, if there are any, and records that are none of ours. */
export interface Taken {
  readonly delivery?: Delivery;
  readonly undecodable: readonly UndecodableRecord[];
  readonly lastOffset: string;
}

type Fetched = ReceivedRecord & { readonly offset: string };

const decode = (record: Fetched): { event: AnyRecordedEvent; epoch: string } | { reason: string } => {
  try {
    return eventOf(record);
  } catch (fault) {
    if (fault instanceof NoEvent) return { reason: fault.message };
    throw fault;
  }
};

/**
 * One at a time, so that a long batch is decoded as it is worked off. Ends a delivery when it has `most` events (but not
 * inside a commit) and where the epoch changes.
 */
export function* takenFrom(records: readonly Fetched[], place: PartitionPlace, most: number): Generator<Taken> {
  let events: AnyRecordedEvent[] = [];
  let undecodable: UndecodableRecord[] = [];
  let [epoch, firstOffset, lastOffset] = ['', '', ''];
  const taken = (): Taken => ({
    ...(events.length > 0 && { delivery: { ...place, events, epoch, firstOffset, lastOffset } }),
    undecodable,
    lastOffset,
  });
  for (const record of records) {
    const decoded = decode(record);
    if ('reason' in decoded) undecodable.push({ ...place, offset: record.offset, reason: decoded.reason });
    else {
      const before = events.at(-1);
      const sameCommit = before?.stream === decoded.event.stream && before.commandId === decoded.event.commandId;
      if (before !== undefined && (decoded.epoch !== epoch || (events.length >= most && !sameCommit))) {
        yield taken();
        [events, undecodable, firstOffset] = [[], [], ''];
      }
      events.push(decoded.event);
      epoch = decoded.epoch;
    }
    firstOffset ||= record.offset;
    lastOffset = record.offset;
  }
  if (lastOffset !== '') yield taken();
}
