import type { Instant, Position } from '@masar/contracts';
import type { StoreClock } from '../clock.js';
import type { AppendRequest, CommitSummary, StreamHead } from '../port.js';

/** What the writer is asked; several at once, answered in order. */
export type WriterRequest =
  | { readonly kind: 'append'; readonly append: AppendRequest }
  | {
      readonly kind: 'snapshot';
      readonly stream: string;
      readonly decider: string;
      readonly version: number;
      readonly state: Uint8Array;
    }
  | { readonly kind: 'clock'; readonly clock: StoreClock };

/** What it answers, after COMMIT. The asker still holds the facts, so only what the store added comes back. */
export type WriterAnswer =
  | {
      readonly outcome: 'committed';
      readonly recordedAt: Instant;
      readonly knownAt: Instant;
      readonly prevhash: string;
      readonly hashes: readonly string[];
    }
  | { readonly outcome: 'conflict'; readonly head: StreamHead | undefined }
  | { readonly outcome: 'duplicate'; readonly commit: CommitSummary }
  | { readonly outcome: 'older-than-known'; readonly head: StreamHead }
  /** The data has no JSON text. */
  | { readonly outcome: 'invalid'; readonly message: string }
  /** The commit that holds this command id was changed behind our back. */
  | { readonly outcome: 'broken'; readonly position: Position; readonly message: string }
  | { readonly outcome: 'done' };

/** One transaction's answers, or why none of it is on disk. */
export type WriterReply = { readonly answers: readonly WriterAnswer[] } | { readonly unavailable: string };

export interface WriterStart {
  readonly file: string;
  readonly clock: StoreClock;
  readonly maxPages?: number;
}

/** Most requests in one transaction, and in one message between threads. */
export const largestGroup = 512;
