import type { StoredCommit } from '../commit/stored-commit.js';
import type { Heads } from './stored-truth.js';

/** The target holds what the source does not; nothing was written. */
export class OtherHistory extends Error {
  readonly code = 'store/other-history';
  constructor(target: string, stream: string, version: number) {
    super(`${target} holds ${stream}@${version}, which the source does not: fill an empty store`);
    this.name = 'OtherHistory';
  }
}

/** Whether each stream of `held` ends somewhere on the same stream of another store, by the hash at that version. */
export const prefixCheck = (target: string, held: Heads) => {
  const found = new Set<string>();
  return {
    see: ({ stream, first, last, hashes }: StoredCommit): void => {
      const head = held.get(stream);
      if (head === undefined || head.version < first || head.version > last) return;
      if (hashes.split('\n')[head.version - first] === head.hash) found.add(stream);
    },
    /** Throws `OtherHistory`. */
    demand: (): void => {
      for (const [stream, { version }] of held) if (!found.has(stream)) throw new OtherHistory(target, stream, version);
    },
  };
};
