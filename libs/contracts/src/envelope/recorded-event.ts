import type { EventData, EventType } from '../events/catalogue.js';
import type { Instant, Position, StreamName } from '../scalars.js';

/** What the store adds to a fact: place, times, actor, causes and the hash chain. Payload and envelope stay apart. */
export interface Envelope {
  readonly stream: StreamName;
  /** Counts events of the stream from 1. */
  readonly version: number;
  /** When the store learned it; never below the previous event of the stream. */
  readonly recordedAt: Instant;
  /** `recordedAt`, or the date of a dated source (end of that day); never goes back within a stream. */
  readonly knownAt: Instant;
  /** The service that recorded it: `/projects`, `/registry`, … */
  readonly source: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly commandId: string;
  /** Partition key for life: the stream itself, for a commitment the initiative it is for. */
  readonly partitionKey: string;
  /** SHA-256, hex, of the stored RFC 8785 text, which holds `prevhash`. */
  readonly hash: string;
  readonly prevhash: string;
}

export type RecordedEvent<T extends EventType = EventType> = {
  [K in T]: Envelope & { readonly type: K; readonly data: EventData<K> };
}[T];

/** An event as read from a store or topic, before its type is known to be ours. */
export type AnyRecordedEvent = Envelope & {
  readonly type: string;
  readonly data: { readonly happenedOn: string } & Record<string, unknown>;
};

export const positionOf = (event: Pick<Envelope, 'stream' | 'version'>): Position => `${event.stream}@${event.version}`;

/** The hash before the first event of a stream. */
export const genesisHash = '0'.repeat(64);
