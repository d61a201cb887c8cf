import { validateEvent, type AnyRecordedEvent, type Instant } from '@masar/contracts';
import { readClock, type StoreClock } from '../clock.js';
import { InvalidEvent } from '../faults.js';
import type { AppendRequest, AppendResult, StreamHead } from '../port.js';
import { hashOf, recordedFact, storedText } from './event-text.js';

const genesis = '0'.repeat(64);
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Throws `InvalidEvent` where the catalogue does not allow a fact, or there is none. */
export const checkEvents = ({ stream, events }: AppendRequest): void => {
  if (events.length === 0)
    throw new InvalidEvent(stream, [{ path: '', rule: 'minItems', message: 'a commit has at least one event' }]);
  for (const { type, data } of events) {
    const faults = validateEvent(type, data);
    if (faults.length > 0) throw new InvalidEvent(type, faults);
  }
};

/** A fact has no JSON text (NaN, a lone surrogate). */
export const withoutText = (request: AppendRequest, message: string): InvalidEvent =>
  new InvalidEvent(request.events[0]!.type, [{ path: '', rule: 'json', message }]);

/** When a commit after `head` is recorded and known: within a stream neither ever goes back. */
export const timesAfter = (
  head: StreamHead | undefined,
  clock: StoreClock,
  given: Instant | undefined,
): { readonly recordedAt: Instant; readonly knownAt: Instant } => {
  const recordedAt = later(readClock(clock), head?.recordedAt ?? '');
  // An import known at the end of today may stand before a report of this morning: known never goes back.
  return { recordedAt, knownAt: given ?? later(recordedAt, head?.knownAt ?? '') };
};

/** What the store adds to the facts of a commit. */
export interface WrittenCommit {
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly prevhash: string;
  readonly hashes: readonly string[];
}

/**
 * The text and hash of each event, chained to the head; the first also carries what is remembered of the command. Throws
 * an `Error` where a fact has no JSON text.
 */
export const writeCommit = (
  { stream, expectedVersion, events, meta }: AppendRequest,
  head: StreamHead | undefined,
  clock: StoreClock,
): WrittenCommit & { readonly texts: readonly string[] } => {
  const times = timesAfter(head, clock, meta.knownAt);
  const before = head?.hash ?? genesis;
  const texts: string[] = [];
  const hashes: string[] = [];
  for (const [index, fact] of events.entries()) {
    const place = { stream, version: expectedVersion + 1 + index, ...times, prevhash: hashes.at(-1) ?? before };
    const stored = recordedFact(fact, place, meta);
    const ofCommand = { commandDigest: meta.digest, ...(meta.answer === undefined ? {} : { answer: meta.answer }) };
    const text = storedText(index === 0 ? { ...stored, ...ofCommand } : stored);
    texts.push(text);
    hashes.push(hashOf(text));
  }
  return { ...times, prevhash: before, hashes, texts };
};

/** Where a stream ends after a commit. */
export const headAfter = (last: number, { recordedAt, knownAt, hashes }: WrittenCommit): StreamHead => ({
  version: last,
  hash: hashes.at(-1)!,
  recordedAt,
  knownAt,
});

/** What is answered for a commit that is on disk: the very events that reading gives. */
export const committed = (
  { stream, expectedVersion, events, meta }: AppendRequest,
  { recordedAt, knownAt, prevhash, hashes }: WrittenCommit,
): AppendResult => {
  const recorded = events.map((fact, index): AnyRecordedEvent => {
    const before = index === 0 ? prevhash : hashes[index - 1]!;
    const place = { stream, version: expectedVersion + 1 + index, recordedAt, knownAt, prevhash: before };
    return { ...recordedFact(fact, place, meta), hash: hashes[index]! };
  });
  const { commandId, digest, answer } = meta;
  const commit = {
    stream,
    first: expectedVersion + 1,
    last: expectedVersion + events.length,
    commandId,
    digest,
    recordedAt,
    knownAt,
    ...(answer === undefined ? {} : { answer }),
  };
  return { outcome: 'committed', commit, events: recorded };
};
