import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Instant, StreamName } from '@masar/contracts';
import { connectTo, databaseOf, translating } from '@masar/mongo';
import { machineClock, readClock, type StoreClock } from '../clock.js';
import { StorageUnavailable } from '../faults.js';
import type { Leases } from '../leases-port.js';
import type { AppendRequest, AppendResult, EventStore, EventStoreOptions, SnapshotStore } from '../port.js';
import { CommitAppender } from './commit-appender.js';
import { storeCollections, type StoreCollections } from './commit-documents.js';
import { CommitQueries } from './commit-queries.js';
import { CommitHints, MongoPendingCommits } from './pending-commits.js';
import { storedLeases } from './stored-leases.js';
import { checkFinished, checkSchema, noteOf } from './store-notes.js';
import { storedSnapshots } from './stored-snapshots.js';

const page = 500;

const translated = translating(
  (message, options) => new StorageUnavailable(`the event store could not be reached: ${message}`, options),
);

/** The truth in MongoDB: several processes may write at once, one of them wins each version. */
class MongoEventStore implements EventStore {
  private readonly queries: CommitQueries;
  private readonly appender: CommitAppender;
  private readonly hints = new CommitHints();
  private readonly underWay = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;
  readonly snapshots: SnapshotStore;
  readonly leases: Leases;
  readonly pending: MongoPendingCommits;

  constructor(
    private readonly connection: Connection,
    private readonly collections: StoreCollections,
    private clock: StoreClock,
  ) {
    this.queries = new CommitQueries(collections);
    this.appender = new CommitAppender(collections, this.queries);
    this.snapshots = storedSnapshots(collections, translated);
    this.leases = storedLeases(collections, translated);
    this.pending = new MongoPendingCommits(collections, this.leases, this.hints, () => this.epoch(), translated);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    if (this.closing !== undefined) throw new StorageUnavailable('the event store is closed');
    const { clock } = this;
    const appended = translated(() => this.appender.append(request, clock));
    const settled = appended.catch(() => undefined);
    this.underWay.add(settled);
    void settled.then(() => this.underWay.delete(settled));
    const result = await appended;
    if (result.outcome === 'committed') this.hints.tell();
    return result;
  }

  find(stream: StreamName, commandId: string) {
    return translated(() => this.queries.find(stream, commandId));
  }

  head(stream: StreamName) {
    return translated(() => this.queries.head(stream));
  }

  read(stream: StreamName, after = 0, limit = page) {
    return translated(() => this.queries.read(stream, after, limit));
  }

  streams(prefix: string, after = '', limit = page) {
    return translated(() => this.queries.streams(prefix, after, limit));
  }

  epoch(): Promise<string> {
    return translated(() => noteOf(this.collections, 'epoch', randomUUID));
  }

  now(): Instant {
    return readClock(this.clock);
  }

  setClock(clock: StoreClock): void {
    this.clock = clock;
  }

  close(): Promise<void> {
    this.closing ??= Promise.all(this.underWay).then(() => this.connection.close());
    return this.closing;
  }
}

/** Rejects with `StorageUnavailable` when the server is not there, and with `UnfinishedStore`. */
export const openMongoEventStore = async (url: string, options: EventStoreOptions): Promise<EventStore> => {
  const connection = await translated(() => connectTo(url, options.patience));
  try {
    const collections = await translated(() => storeCollections(connection));
    await translated(() => checkSchema(collections));
    await translated(() => checkFinished(collections, `the database ${databaseOf(url)}`));
    return new MongoEventStore(connection, collections, options.clock ?? machineClock);
  } catch (fault) {
    await connection.close(true);
    throw fault;
  }
};
