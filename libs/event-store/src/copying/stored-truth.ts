import type { StoredCommit } from '../commit/stored-commit.js';
import type { End } from '../commit/verify-commit.js';
import type { SealHeader } from '../seal/seal.js';

/** Where each stream ends, by name. */
export type Heads = ReadonlyMap<string, End>;

/** A whole store (or a backup of one) as what copies and seals it sees it: commits as they were written, texts untouched. */
export interface StoredTruth {
  /** For words to a person; never with a password. */
  readonly name: string;
  epoch(): Promise<string>;
  /**
   * Every commit of one moment, by stream and version, while others go on writing; with `upTo`, those of these heads and
   * nothing later.
   */
  commits(upTo?: Heads): AsyncIterable<StoredCommit>;
  /** So many commits are there now. */
  count(): Promise<number>;
  /** In order of number. */
  seals(): Promise<readonly SealHeader[]>;
  close(): Promise<void>;
}

/** A store that is being filled from another. */
export interface TruthToFill extends StoredTruth {
  /** An earlier filling has not come to its end: `finish` was never called. */
  isUnfinished(): Promise<boolean>;
  /** From here to `finish` no service opens the store, or sees an empty one. Rejects while somebody works on it. */
  begin(): Promise<void>;
  /** Durable when it resolves. What is put is always a prefix of what was given, in the order it was given. */
  put(commits: readonly StoredCommit[]): Promise<void>;
  /** Remembers seals it does not remember yet. */
  putSeals(seals: readonly SealHeader[]): Promise<void>;
  /** All is there and was verified; answers the epoch, renewed where asked. */
  finish(options: { readonly renewEpoch: boolean }): Promise<string>;
}
