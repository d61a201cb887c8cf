import type { AnyRecordedEvent, StreamName } from '@masar/contracts';

/** Reporting's own copy of every event it was delivered: insert only, unique by stream and version. */
export interface History {
  /** Inserts what is new, in one transaction with `offset` where the adapter can; says for each event what it was. */
  insert(group: string, events: readonly AnyRecordedEvent[], offset: number): Promise<readonly ('new' | 'duplicate' | 'fork')[]>;
  /** Events with version > after (and knownAt < knownBefore when given), in order. */
  read(stream: StreamName, options?: { readonly after?: number; readonly knownBefore?: string; readonly limit?: number }): Promise<readonly AnyRecordedEvent[]>;
  streams(prefix: string, after?: string, limit?: number): Promise<readonly StreamName[]>;
  offset(group: string): Promise<number>;
  epoch(group: string): Promise<string | undefined>;
  /** A new epoch: everything held is dropped and the group starts at 0. */
  startEpoch(group: string, epoch: string): Promise<void>;
  close(): Promise<void>;
}
