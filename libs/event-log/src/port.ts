import type { AnyRecordedEvent } from '@masar/contracts';

/** A consumer's place in the log; opaque but ordered within one log. */
export type LogOffset = number;

export interface LogPage {
  readonly events: readonly { readonly offset: LogOffset; readonly event: AnyRecordedEvent }[];
  /** Read on from here; equals the offset asked for when nothing was there. */
  readonly next: LogOffset;
}

/**
 * Delivery: every commit of every stream, each stream in order, at least once.
 * Standalone it is a view over the commit table; in the cluster it is Kafka.
 */
export interface EventLog {
  epoch(): Promise<string>;
  /** At most `limit` events after `offset`; whole commits are never split across pages. */
  read(offset: LogOffset, limit: number): Promise<LogPage>;
  /** The offset of the newest commit, for lag. */
  end(): Promise<LogOffset>;
  /** Calls back soon after something new may be there; a hint, never a promise. Returns a function that stops it. */
  onAppended(listener: () => void): () => void;
  close(): Promise<void>;
}
