import { serialize } from 'node:v8';
import type { Instant, StreamName } from '@masar/contracts';
import { machineClock, readClock, type StoreClock } from '../clock.js';
import { checkEvents, committed, withoutText } from '../commit/written-commit.js';
import { BrokenEvent, StorageUnavailable } from '../faults.js';
import type { AppendRequest, AppendResult, EventStore, EventStoreOptions, SnapshotStore } from '../port.js';
import type { CommitReader } from './commit-reader.js';
import { openTruth, type Truth } from './truth.js';
import type { WriterAnswer } from './writer-messages.js';
import { WriterClient } from './writer-client.js';

const page = 500;

const resultOf = (request: AppendRequest, answer: WriterAnswer): AppendResult => {
  switch (answer.outcome) {
    case 'committed':
      return committed(request, answer);
    case 'invalid':
      throw withoutText(request, answer.message);
    case 'broken':
      throw new BrokenEvent(answer.position, answer.message as BrokenEvent['breakage']);
    case 'done':
      throw new Error('an append was answered as something else');
    default:
      return answer;
  }
};

/** The truth over `node:sqlite`: one writer (a thread for a file), and a reading connection in the caller's thread. */
class SqliteEventStore implements EventStore {
  private readonly client: WriterClient;
  private readonly reader: CommitReader;
  private closing: Promise<void> | undefined;
  readonly snapshots: SnapshotStore;

  constructor(
    private readonly truth: Truth,
    private clock: StoreClock,
  ) {
    this.client = new WriterClient(truth.writer);
    this.reader = truth.reader;
    this.snapshots = {
      get: async (stream, decider) => this.reader.snapshot(stream, decider),
      put: async (stream, decider, version, state) => {
        await this.client.ask({ kind: 'snapshot', stream, decider, version, state: serialize(state) });
      },
    };
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    if (this.closing !== undefined) throw new StorageUnavailable('the event store is closed');
    checkEvents(request);
    return resultOf(request, await this.client.ask({ kind: 'append', append: request }));
  }

  async find(stream: StreamName, commandId: string) {
    return this.reader.find(stream, commandId);
  }

  async head(stream: StreamName) {
    return this.reader.head(stream);
  }

  async read(stream: StreamName, after = 0, limit = page) {
    return this.reader.read(stream, after, limit);
  }

  async streams(prefix: string, after = '', limit = page) {
    return this.reader.streams(prefix, after, limit);
  }

  async epoch() {
    return this.reader.epoch();
  }

  now(): Instant {
    return readClock(this.clock);
  }

  setClock(clock: StoreClock): void {
    this.clock = clock;
    // Goes through the same queue as the appends, so that those before it keep the old time.
    this.client.ask({ kind: 'clock', clock }).catch(() => undefined);
  }

  close(): Promise<void> {
    this.closing ??= this.client.close().then(() => this.truth.close());
    return this.closing;
  }
}

export const openSqliteEventStore = async (url: string, options: EventStoreOptions): Promise<EventStore> => {
  const clock = options.clock ?? machineClock;
  return new SqliteEventStore(await openTruth(url, { ...options, clock }), clock);
};
