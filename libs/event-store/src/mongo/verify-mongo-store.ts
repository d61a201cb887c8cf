import type { StreamName } from '@masar/contracts';
import { connectTo, translating, walk } from '@masar/mongo';
import { beginning, Break, checkCommit } from '../commit/verify-commit.js';
import { StorageUnavailable } from '../faults.js';
import type { Seal, Verification } from '../maintenance-port.js';
import { checkHead, checkSeal, checkSealChain } from '../seal/check-seal.js';
import type { SealHead } from '../seal/seal.js';
import { columns, storeCollections, storedCommitOf, type StoreCollections } from './commit-documents.js';
import { sealsIn } from './stored-seals.js';

const translated = translating(
  (message, options) => new StorageUnavailable(`the event store could not be reached: ${message}`, options),
);

interface Counted {
  streams: number;
  events: number;
}

/** Every commit in order of stream and version, along the index that holds them unique; throws `Break` at the first fault. */
const verifyCommits = async ({ commits }: StoreCollections, counted: Counted): Promise<void> => {
  const cursor = commits.find({}, columns).sort({ stream: 1, first: 1 }).lean().cursor({ batchSize: 200 });
  let stream: StreamName | undefined;
  let end = beginning;
  for await (const document of walk(cursor)) {
    const commit = storedCommitOf(document);
    if (commit.stream !== stream) {
      counted.streams += 1;
      stream = commit.stream;
      end = beginning;
    }
    end = checkCommit(commit, end);
    counted.events += commit.last - commit.first + 1;
  }
};

const verifyHead = async ({ commits }: StoreCollections, head: SealHead): Promise<void> => {
  const [stream, version] = head as readonly [StreamName, number, string];
  const asked = { stream, first: { $lte: version } };
  const found = await commits.findOne(asked, { first: 1, last: 1, hashes: 1 }).sort({ first: -1 }).lean();
  checkHead(head, found?.hashes.split('\n')[version - found.first], found?.last);
};

const checked = async (collections: StoreCollections, seal?: Seal, keyFile?: string): Promise<Verification> => {
  const counted: Counted = { streams: 0, events: 0 };
  try {
    await verifyCommits(collections, counted);
    if (seal !== undefined) {
      checkSeal(seal, keyFile);
      for (const head of seal.heads) await verifyHead(collections, head);
      checkSealChain(await sealsIn(collections), seal);
    }
    return { ok: true, ...counted };
  } catch (fault) {
    if (!(fault instanceof Break)) throw fault;
    return { ok: false, ...counted, broken: fault.place };
  }
};

/**
 * As the verification of a SQLite store, while the store is in use: what is committed while it reads may be counted or
 * not. Rejects with `StorageUnavailable`.
 */
export const verifyMongoStore = (url: string, seal?: Seal, keyFile?: string): Promise<Verification> =>
  translated(async () => {
    const connection = await connectTo(url);
    try {
      return await checked(await storeCollections(connection), seal, keyFile);
    } finally {
      await connection.close();
    }
  });
