import type { AnyRecordedEvent, StreamName } from '@masar/contracts';

/** `duplicate`: same version and hash. `fork`: another hash at this version, or a prevhash that is not the hash before it; not inserted. */
export type Inserted = 'new' | 'duplicate' | 'fork';

export interface HistoryRead {
  readonly after?: number;
  /** Only the longest prefix with `knownAt` before this instant. */
  readonly knownBefore?: string;
  /** Default 500. */
  readonly limit?: number;
}

/** Versions `from` to `to` of a stream, both included. */
export interface VersionSpan {
  readonly stream: StreamName;
  readonly from: number;
  readonly to: number;
}

/** Reporting's own copy of every event it was delivered: insert only, unique by stream and version. */
export interface History {
  /**
   * Inserts what is new, then moves the offset (SQLite: in one transaction; absent, it stays where it is); says for each
   * event what it was.
   */
  insert(group: string, events: readonly AnyRecordedEvent[], offset?: number): Promise<readonly Inserted[]>;
  /** Events in order of version. May have holes: a gap shows in the versions. */
  read(stream: StreamName, options?: HistoryRead): Promise<readonly AnyRecordedEvent[]>;
  /** Events of many places at once, one list a span in the order asked; what is not held is left out. */
  readSpans(spans: readonly VersionSpan[]): Promise<readonly (readonly AnyRecordedEvent[])[]>;
  streams(prefix: string, after?: string, limit?: number): Promise<readonly StreamName[]>;
  offset(group: string): Promise<number>;
  /** Places a group anywhere, so that it is delivered again from there; what is held already comes as `duplicate`. */
  moveOffset(group: string, offset: number): Promise<void>;
  epoch(group: string): Promise<string | undefined>;
  /** A new epoch: everything held is dropped and every group starts at 0. */
  startEpoch(group: string, epoch: string): Promise<void>;
  /** Drops the copy of a stream that was parked and is mended, so that `republish` fills it anew. */
  forget(stream: StreamName): Promise<void>;
  close(): Promise<void>;
}
