import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { StreamName } from '@masar/contracts';
import { connectTo, databaseOf, isDuplicateKey, translating, walk } from '@masar/mongo';
import type { StoredCommit } from '../commit/stored-commit.js';
import type { Heads, TruthToFill } from '../copying/stored-truth.js';
import { StorageUnavailable, UnfinishedStore } from '../faults.js';
import type { Seal, SealOptions } from '../maintenance-port.js';
import type { SealHead, SealHeader } from '../seal/seal.js';
import { columns, pendingMark, storeCollections, storedCommitOf, type CommitDocument } from './commit-documents.js';
import type { StoreCollections } from './commit-documents.js';
import { relayLease } from './pending-commits.js';
import { checkSchema, noteOf, unfinishedNote } from './store-notes.js';
import { rememberSeals, sealHeads, sealHeadsIn, sealsIn } from './stored-seals.js';

const translated = translating(
  (message, options) => new StorageUnavailable(`the event store could not be reached: ${message}`, options),
);

const documentOf = (commit: StoredCommit): CommitDocument => ({
  stream: commit.stream,
  first: commit.first,
  last: commit.last,
  commandId: commit.command_id,
  recordedAt: commit.recorded_at,
  knownAt: commit.known_at,
  hashes: commit.hashes,
  texts: commit.texts,
  ...(commit.first === 1 ? { begins: commit.stream } : {}),
  // The topics of the new home have none of it yet.
  pending: pendingMark(commit.recorded_at, commit.first),
});

type Within = (commit: StoredCommit) => boolean;

/** A whole store in MongoDB, read while it may be in use or filled while it is not. */
export class MongoTruth implements TruthToFill {
  constructor(
    readonly name: string,
    private readonly connection: Connection,
    private readonly collections: StoreCollections,
  ) {}

  epoch(): Promise<string> {
    return translated(() => noteOf(this.collections, 'epoch', randomUUID));
  }

  async *commits(upTo?: Heads): AsyncGenerator<StoredCommit> {
    const within = upTo === undefined ? await translated(() => this.moment()) : isUpTo(upTo);
    const cursor = this.collections.commits.find({}, columns).sort({ stream: 1, first: 1 }).lean();
    const documents = walk(cursor.cursor({ batchSize: 200 }));
    try {
      for (;;) {
        const { done, value } = await translated(() => documents.next());
        if (done) return;
        const commit = storedCommitOf(value);
        if (within(commit)) yield commit;
      }
    } finally {
      await documents.return(undefined);
    }
  }

  /**
   * A bound that holds still while others write and cuts no effect from its cause: what is there before now, and what was
   * recorded until now but comes to be seen later. A command decided on something that is within the bound and could not
   * be seen yet is itself recorded after it. (As exact as the clocks of the services agree.)
   */
  private async moment(): Promise<Within> {
    const ends = new Map<string, number>();
    const cursor = this.collections.commits.find({}, { stream: 1, first: 1, _id: 0 }).sort({ stream: 1, first: 1 });
    for await (const { stream, first } of walk(cursor.lean().cursor({ batchSize: 1000 }))) ends.set(stream, first);
    const now = new Date().toISOString();
    return ({ stream, first, recorded_at }) => first <= (ends.get(stream) ?? 0) || recorded_at <= now;
  }

  count(): Promise<number> {
    return translated(() => this.collections.commits.countDocuments({}));
  }

  seals(): Promise<readonly SealHeader[]> {
    return translated(() => sealsIn(this.collections));
  }

  /** Seals the store as it stands, or the heads that are given. */
  async seal(options: SealOptions, heads?: readonly SealHead[]): Promise<Seal> {
    const epoch = await this.epoch();
    return translated(async () =>
      sealHeads(this.collections, { heads: heads ?? (await sealHeadsIn(this.collections)), epoch }, options),
    );
  }

  isUnfinished(): Promise<boolean> {
    const { notes } = this.collections;
    return translated(async () => (await notes.findOne({ _id: unfinishedNote }).lean()) !== null);
  }

  async begin(): Promise<void> {
    const { leases, notes } = this.collections;
    await translated(async () => {
      const lease = await leases.findOne({ _id: relayLease, until: { $gt: Date.now() } }).lean();
      if (lease !== null) throw new Error(`services work on ${this.name}: stop them first (a relay is at work)`);
      await notes.updateOne({ _id: unfinishedNote }, { $set: { value: new Date().toISOString() } }, { upsert: true });
    });
  }

  put(commits: readonly StoredCommit[]): Promise<void> {
    return translated(async () => {
      try {
        // One after the other, so that whatever ends it leaves a beginning and no holes.
        await this.collections.commits.collection.insertMany(commits.map(documentOf), { ordered: true });
      } catch (fault) {
        if (isDuplicateKey(fault)) throw new Error(`another process writes into ${this.name}`, { cause: fault });
        throw fault;
      }
    });
  }

  putSeals(seals: readonly SealHeader[]): Promise<void> {
    return translated(async () => void (await rememberSeals(this.collections, seals)));
  }

  async finish({ renewEpoch }: { readonly renewEpoch: boolean }): Promise<string> {
    const { notes, snapshots } = this.collections;
    const epoch = await this.epoch();
    await translated(async () => {
      await snapshots.deleteMany({});
      if (renewEpoch) await notes.updateOne({ _id: 'epoch' }, { $set: { value: randomUUID() } });
      await notes.deleteOne({ _id: unfinishedNote });
    });
    return renewEpoch ? this.epoch() : epoch;
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

const isUpTo =
  (heads: Heads): Within =>
  ({ stream, last }) =>
    last <= (heads.get(stream as StreamName)?.version ?? 0);

/** Rejects with `StorageUnavailable` when the server is not there. */
export const openMongoTruthToFill = async (url: string): Promise<MongoTruth> => {
  const connection = await translated(() => connectTo(url));
  try {
    const collections = await translated(() => storeCollections(connection));
    await translated(() => checkSchema(collections));
    return new MongoTruth(`the database ${databaseOf(url)}`, connection, collections);
  } catch (fault) {
    await connection.close(true);
    throw fault;
  }
};

/** To read from, seal or back up. Rejects with `UnfinishedStore` too. */
export const openMongoTruth = async (url: string): Promise<MongoTruth> => {
  const truth = await openMongoTruthToFill(url);
  if (!(await truth.isUnfinished())) return truth;
  await truth.close();
  throw new UnfinishedStore(truth.name);
};
