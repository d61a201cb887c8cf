import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { CommandBus } from './command-bus.js';
import { inPortions } from './in-portions.js';
import type { Recollection } from './recollections.js';

/** What never changes of a commitment, and what lists of them are filtered by. */
export interface IndexedCommitment {
  readonly stream: StreamName;
  readonly partner: string;
  readonly initiative: StreamName;
}

type Wanted = Partial<Pick<IndexedCommitment, 'partner' | 'initiative'>>;

const page = 2_000;
const prefix = 'commitments/';

const indexOfProcess = new WeakMap<CommandBus, CommitmentIndex>();

/**
 * Which commitments there are of which partner, for which initiative: both for life, so that the first event of a stream
 * says all of it. Read when somebody asks first, from then on told of each commit. Level with the store at every question.
 */
export class CommitmentIndex implements Recollection {
  readonly collections = ['commitments'];
  readonly #entries = new Map<StreamName, IndexedCommitment>();
  #isRead = false;

  constructor(private readonly store: EventStore) {}

  /** The one of a process: whoever asks about commitments asks the same. */
  static of({ bus, store }: { readonly bus: CommandBus; readonly store: EventStore }): CommitmentIndex {
    const known = indexOfProcess.get(bus);
    if (known) return known;
    const made = new CommitmentIndex(store);
    indexOfProcess.set(bus, made);
    bus.onRecorded(made);
    return made;
  }

  /** Streams of those that fit, in order of name. */
  async find(wanted: Wanted = {}): Promise<readonly StreamName[]> {
    return (await this.entries(wanted)).map(({ stream }) => stream);
  }

  /** Streams of those for any of several initiatives, in order of name. */
  async findFor(initiatives: ReadonlySet<StreamName>): Promise<readonly StreamName[]> {
    if (initiatives.size === 0) return [];
    await this.#level();
    const found = [...this.#entries.values()].filter(({ initiative }) => initiatives.has(initiative));
    return found.map(({ stream }) => stream).sort();
  }

  /** Those that fit, in order of name. */
  async entries({ partner, initiative }: Wanted = {}): Promise<readonly IndexedCommitment[]> {
    await this.#level();
    return [...this.#entries.values()]
      .filter(
        (entry) =>
          (partner === undefined || entry.partner === partner) &&
          (initiative === undefined || entry.initiative === initiative),
      )
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  /** The entry of one commitment; undefined where there is none. */
  async one(stream: StreamName): Promise<IndexedCommitment | undefined> {
    if (!this.#entries.has(stream)) await this.#readStream(stream);
    return this.#entries.get(stream);
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    const offered = events.find(({ type }) => type === 'commitment.offered.v1');
    if (!offered || this.#entries.has(stream)) return;
    const { partner, initiative } = offered.data as unknown as IndexedCommitment;
    this.#entries.set(stream, { stream, partner, initiative });
  }

  readAgain(): void {
    this.#isRead = false;
  }

  /** Where others write to the store, its names are looked through for those not heard of yet. */
  async #level(): Promise<void> {
    if (this.#isRead && !this.store.leases) return;
    for (let after: string | undefined; ;) {
      const streams = await this.store.streams(prefix, after, page);
      const unknown = streams.filter((stream) => !this.#entries.has(stream));
      await inPortions(unknown, (stream) => this.#readStream(stream));
      if (streams.length < page) break;
      after = streams.at(-1);
    }
    this.#isRead = true;
  }

  async #readStream(stream: StreamName): Promise<void> {
    this.learn(stream, await this.store.read(stream, 0, 1));
  }
}
