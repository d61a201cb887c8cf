import { upcast, validateEvent, knowledgeOf, type AnyRecordedEvent } from '@masar/contracts';
import { collectorOf } from './collectors.js';
import { place } from './place.js';
import { collectionOf, type Parked, type ParkedCode, type StreamDocument } from './stream-document.js';

/** What became of a stream: its document after the events, and those that were folded just now. */
export interface Folded {
  readonly before: StreamDocument;
  readonly after: StreamDocument;
  readonly events: readonly AnyRecordedEvent[];
}

const parkedAt = (event: AnyRecordedEvent, code: ParkedCode, detail: string): Parked => ({
  version: event.version,
  code,
  detail: detail.slice(0, 500),
  since: event.knownAt,
});

const draftAfter = (draft: boolean | undefined, event: AnyRecordedEvent): boolean | undefined => {
  if (event.type.startsWith('initiative.registered.')) return event.data['draft'] === true;
  return event.type.startsWith('initiative.published.') ? false : draft;
};

/** One event that is next; a fault of its data or of the fold is deterministic and parks the stream at once. */
const foldNext = (document: StreamDocument, stored: AnyRecordedEvent): StreamDocument => {
  const event = upcast(stored);
  // A type nobody here knows is kept and passed over; only what the catalogue knows is held to its schema.
  const faults = knowledgeOf(event.type) === 'known' ? validateEvent(event.type, event.data) : [];
  if (faults.length > 0) {
    const detail = faults.map(({ path, message }) => `${path || '/'} ${message}`).join('; ');
    return { ...document, parked: parkedAt(event, 'event/invalid', detail) };
  }
  const head = { version: event.version, hash: event.hash };
  const collector = collectorOf(collectionOf(document.stream));
  if (!collector) return { ...document, ...head };
  try {
    const facts = collector(document.facts, event);
    const draft = draftAfter(document.draft, event);
    return { ...document, ...head, facts, ...(draft === undefined ? {} : { draft }) };
  } catch (fault) {
    return {
      ...document,
      parked: parkedAt(event, 'fold/failed', fault instanceof Error ? fault.message : String(fault)),
    };
  }
};

/** The stream stands still from this version on, unless it does already, or has passed it: then it stands still where it is. */
export const parkStream = (document: StreamDocument, parked: Parked): StreamDocument =>
  document.parked ? document : { ...document, parked: { ...parked, detail: parked.detail.slice(0, 500) } };

/** A hole that the head has passed is closed. */
const withoutClosedHole = (document: StreamDocument): StreamDocument => {
  if (!document.hole || document.version + 1 < document.hole.before) return document;
  const { hole: _closed, ...rest } = document;
  return rest;
};

/**
 * Folds events of one stream, in order of version, as far as they are contiguous: next, duplicate, after a gap, or fork.
 * A parked stream takes nothing more until it is replayed. Pure.
 */
export const foldStream = (before: StreamDocument, incoming: readonly AnyRecordedEvent[]): Folded => {
  let after = before;
  const events: AnyRecordedEvent[] = [];
  for (const event of incoming) {
    if (after.parked) break;
    const placed = place(after, event);
    if (placed === 'fork') {
      after = { ...after, parked: parkedAt(event, 'fork', `${event.hash} does not follow ${after.hash}`) };
    } else if (placed === 'gap') {
      after = after.hole ? after : { ...after, hole: { before: event.version, since: event.knownAt } };
      break;
    } else if (placed === 'next') {
      after = foldNext(after, event);
      if (!after.parked) events.push(upcast(event));
    }
  }
  return { before, after: withoutClosedHole(after), events };
};
