import type { DirectoryFacts } from '@masar/directory';
import type { Instant, StreamName } from '@masar/contracts';
import { beforeFirst, type AppliedHead } from './place.js';

/** Why a stream stands still: a deterministic fault of one of its events. Later events wait in history. */
export interface Parked {
  /** The event that could not be folded. */
  readonly version: number;
  readonly code: ParkedCode;
  readonly detail: string;
  /** When the event became known; rows and timelines say `incompleteSince` with it. */
  readonly since: Instant;
}
/** Data against its schema; the pure fold threw; another history; changed behind the back of the store. */
export type ParkedCode = 'event/invalid' | 'fold/failed' | 'fork' | 'event/broken';

/** A hole in history: versions after `head` up to `before` have not come. */
export interface Hole {
  readonly before: number;
  /** When the first event after the hole became known. */
  readonly since: Instant;
}

/** What is kept of one stream: how far it is folded, and its facts. `Facts` of an initiative are the timeline's, of a registry stream the directory's. */
export interface StreamDocument<Facts = unknown> extends AppliedHead {
  readonly stream: StreamName;
  /** Absent for streams nobody collects (imports, looks, people). */
  readonly facts?: Facts;
  /** Outside the portfolio until published; its events are no changes. */
  readonly draft?: boolean;
  /** Of an initiative: streams of the commitments for it, in order of name. They name it; it does not name them. */
  readonly commitments?: readonly StreamName[];
  readonly parked?: Parked;
  readonly hole?: Hole;
  /** Place in the log of the page it was written with: whoever reads it beside the writer waits until all of that page is there. */
  readonly page?: number;
}

export type DirectoryDocument = StreamDocument<DirectoryFacts>;

export const emptyDocument = (stream: StreamName): StreamDocument => ({ stream, ...beforeFirst });

export const collectionOf = (stream: string): string => stream.slice(0, stream.indexOf('/'));
export const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** In place of an audience: nothing of a stream is folded that says whom it is for. */
export const unknownAudience = 'unknown';

/** Since when the figures of a stream are not whole; undefined when they are. */
export const incompleteSince = (document: StreamDocument): Instant | undefined =>
  document.parked?.since ?? document.hole?.since;

export const stateOf = (document: StreamDocument): 'parked' | 'hole' | 'level' =>
  document.parked ? 'parked' : document.hole ? 'hole' : 'level';
