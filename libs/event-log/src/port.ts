import type { AnyRecordedEvent, StreamName } from '@masar/contracts';

/** A consumer's place in the log; opaque but ordered within one log. 0 is before everything. */
export type LogOffset = number;

/** An event that can no longer be believed (its text was changed behind the store's back): its stream is to be parked. */
export interface BrokenEntry {
  readonly offset: LogOffset;
  readonly stream: StreamName;
  /** The first version that is broken; versions after it in the same commit are held back too. */
  readonly version: number;
  /** `not-json`, `hash-mismatch`, `wrong-place` or `missing`. */
  readonly breakage: string;
}

export interface LogPage {
  readonly events: readonly { readonly offset: LogOffset; readonly event: AnyRecordedEvent }[];
  readonly broken: readonly BrokenEntry[];
  /** Only of a log over events that were kept before: those that are of another history than what is kept. */
  readonly forks?: readonly AnyRecordedEvent[];
  /** Read on from here; equals the offset asked for when nothing was there. */
  readonly next: LogOffset;
}

/**
 * Delivery: every commit of every stream, each stream in order, at least once.
 * Standalone it is a view over the commit table; in the cluster it is Kafka.
 * Events come upcast to their newest version. A fault of storage rejects; a broken event never does, it is told of.
 */
export interface EventLog {
  epoch(): Promise<string>;
  /** At most about `limit` events after `offset`; whole commits are never split across pages. */
  read(offset: LogOffset, limit: number): Promise<LogPage>;
  /** The offset of the newest commit, for lag. */
  end(): Promise<LogOffset>;
  /** Events of one stream again, version > `after`, to fill a gap or to replay a mended stream (`republish`). */
  readStream(stream: StreamName, after: number, limit: number): Promise<LogPage>;
  /** Calls back soon after something new may be there; a hint, never a promise. Returns a function that stops it. */
  onAppended(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface EventLogOptions {
  /** How often to look by itself, in milliseconds, should a hint be lost or another process have written (default 1,000). */
  readonly pollMs?: number;
}
