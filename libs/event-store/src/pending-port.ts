import type { AnyRecordedEvent, Instant, StreamName } from '@masar/contracts';
import type { Breakage } from './faults.js';

/** A commit that the broker has not acknowledged yet. */
export interface PendingCommit {
  /** Names this commit to `unset`; opaque. */
  readonly mark: string;
  readonly stream: StreamName;
  /** Versions of its first and last event. */
  readonly first: number;
  readonly last: number;
  /** For the age of the oldest one. */
  readonly recordedAt: Instant;
  /** In order of version, upcast to their newest version; up to the first that cannot be believed. */
  readonly events: readonly AnyRecordedEvent[];
  /** The first event whose text was changed behind the store's back: nothing from it on may be published, and the mark stays. */
  readonly broken?: { readonly version: number; readonly breakage: Breakage };
}

export interface PendingPage {
  /** By insertion, which within a stream is the order of versions. */
  readonly commits: readonly PendingCommit[];
  /**
   * For every stream of the page the lowest `first` that is still pending, read after the commits. A commit that was
   * inserted while the page was being read may be missing from it: a stream whose first commit of the page begins later
   * than this is left alone until the next page, and a stream is published only as far as its versions are contiguous.
   */
  readonly earliest: ReadonlyMap<StreamName, number>;
  /** The page ended at its bound: there are more. */
  readonly full: boolean;
}

export interface PendingPageOptions {
  /** Most commits, default 500. */
  readonly commits?: number;
  /** Ends the page once it holds so many events, default 2,000; one commit is always there, however large. */
  readonly events?: number;
  /** Streams whose commits are left out of the page, though not of `earliest`: they wait for something else than their turn. */
  readonly passOver?: readonly StreamName[];
}

/** One step of marking again. */
export interface MarkedAgain {
  /** So many commits were marked by this step. */
  readonly commits: number;
  /** Hand it in as `after` to go on; absent: nothing is left. Opaque, and good after a restart too. */
  readonly next?: string;
}

/**
 * What the relay asks of a store whose log is elsewhere (a broker): commits carry a sparse mark, outside the hash, from
 * their insert until the broker has acknowledged them. Two relays at once do no harm: later copies are duplicates by
 * version and hash, and unsetting a mark twice changes nothing.
 * Rejects with `StorageUnavailable`; a broken event never rejects, it is told of.
 */
export interface PendingCommits {
  page(options?: PendingPageOptions): Promise<PendingPage>;
  /** After the broker's acknowledgement, many at once; unknown marks are passed over. Order is of no weight. */
  unset(marks: readonly string[]): Promise<void>;
  /**
   * Sets the marks of a stream (without one: of everything, stream by stream) again, so that the relay publishes it once
   * more; a step of at most 1,000 commits, in order of version. Marks are those of the insert: marking twice is marking
   * once, and within a stream nothing is published before what came before it. What is being published at that moment
   * may get one copy instead of two. `republish` takes all steps.
   */
  markAgain(stream?: StreamName, after?: string): Promise<MarkedAgain>;
  /** How many are pending, counted to `upTo`, no further. */
  count(upTo: number): Promise<number>;
  /** The epoch that goes on every event; the store's own. */
  epoch(): Promise<string>;
  /** Calls back soon after this process has committed something; a hint, never a promise. Returns a function that stops it. */
  onCommitted(listener: () => void): () => void;
  /**
   * Takes or renews the lease for so many milliseconds; false while somebody else's runs. By the clocks of the machines
   * that ask, so it saves work and guards nothing.
   */
  takeLease(holder: string, forMs: number): Promise<boolean>;
  /** Ends one's own lease, so that the next need not wait for it to run out. */
  endLease(holder: string): Promise<void>;
}
