import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AnyRecordedEvent, DomainEvent, Instant, StreamName } from '@masar/contracts';
import type { CommitMeta } from '../port.js';

/** What a stored text holds: the envelope but for its own hash, and on the first event of a commit what is remembered of the command. */
export type StoredEvent = Omit<AnyRecordedEvent, 'hash'> & {
  readonly commandDigest?: string;
  readonly answer?: Readonly<Record<string, unknown>>;
};

/** Where and when a fact was recorded. */
export interface Place {
  readonly stream: StreamName;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly prevhash: string;
}

/** The envelope of a fact, without what only the store's text holds. */
export const recordedFact = (fact: DomainEvent, place: Place, meta: CommitMeta): Omit<AnyRecordedEvent, 'hash'> => ({
  stream: place.stream,
  version: place.version,
  type: fact.type,
  data: fact.data as AnyRecordedEvent['data'],
  recordedAt: place.recordedAt,
  knownAt: place.knownAt,
  source: meta.source,
  actor: meta.actor,
  ...(meta.onBehalfOf === undefined ? {} : { onBehalfOf: meta.onBehalfOf }),
  correlationId: meta.correlationId,
  ...(meta.causationId === undefined ? {} : { causationId: meta.causationId }),
  commandId: meta.commandId,
  partitionKey: meta.partitionKey ?? place.stream,
  prevhash: place.prevhash,
});

/** RFC 8785. Throws on what has no JSON text (NaN, a lone surrogate, a circle). */
export const storedText = (stored: StoredEvent): string => {
  const text = canonicalize(stored);
  if (text === undefined) throw new Error('an event has no JSON text');
  return text;
};

/** SHA-256, hex, of the UTF-8 text. */
export const hashOf = (text: string): string => hash('sha256', text, 'hex');
