import { describe, expect, it } from '@jest/globals';
import { machineClock } from '../clock.js';
import { sampleAppend } from '../contract/index.js';
import type { CommitSummary, StreamHead } from '../port.js';
import { CommitAppender } from './commit-appender.js';
import type { StoreCollections } from './commit-documents.js';
import type { CommitQueries } from './commit-queries.js';

const head = (version: number): StreamHead => ({ version, hash: 'f'.repeat(64), recordedAt: '2026', knownAt: '2026' });
const commit: CommitSummary = {
  stream: 'laws/L-1',
  first: 2,
  last: 2,
  commandId: 'c-1',
  digest: '',
  recordedAt: '2026',
  knownAt: '2026',
};

/** A set whose index refuses at once what its reads show only at the third look, when a majority has it. */
const laggingSet = (shown: { readonly head: StreamHead; readonly commit?: CommitSummary }) => {
  let looks = 0;
  const queries: Pick<CommitQueries, 'head' | 'find'> = {
    head: async () => ((looks += 1) > 3 ? shown.head : head(1)),
    find: async () => (looks > 3 ? shown.commit : undefined),
  };
  const insertOne = () => Promise.reject(Object.assign(new Error('duplicate key'), { code: 11000 }));
  const collections = { commits: { collection: { insertOne } } } as unknown as StoreCollections;
  return new CommitAppender(collections, queries as CommitQueries);
};

describe('an insert that meets a commit no majority has yet', () => {
  it('waits and calls its own command a duplicate', async () => {
    const appender = laggingSet({ head: head(2), commit });
    const result = await appender.append(sampleAppend('laws/L-1', 1, 'c-1'), machineClock);
    expect(result).toEqual({ outcome: 'duplicate', commit });
  });

  it("waits and calls another's commit a conflict, with the head after it", async () => {
    const appender = laggingSet({ head: head(4) });
    const result = await appender.append(sampleAppend('laws/L-1', 1, 'c-1'), machineClock);
    expect(result).toEqual({ outcome: 'conflict', head: head(4) });
  });
});
