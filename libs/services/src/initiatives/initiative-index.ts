import type { AnyRecordedEvent, InitiativeKind, StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { CommandBus } from '../platform/command-bus.js';
import type { Recollection } from '../platform/recollections.js';

/** What lists of a kind are filtered by. */
interface Entry {
  readonly owner: string;
  /** Version of the event that named the owner: of two, the later one holds, in whatever order they are learned. */
  readonly ownerSince: number;
  readonly source?: string;
}

const sourceKey = (system: string, id: string): string => `${system}:${id}`;

const ownedBy = (entry: Entry | undefined, owner: unknown, version: number): Entry =>
  entry && entry.ownerSince >= version ? entry : { ...entry, owner: String(owner), ownerSince: version };

const fold = (entry: Entry | undefined, { type, data, version }: AnyRecordedEvent): Entry | undefined => {
  if (type === 'initiative.owner-changed.v1') return ownedBy(entry, data['to'], version);
  if (type !== 'initiative.registered.v1') return entry;
  const source = data['source'] as { system: string; id: string } | undefined;
  const owned = ownedBy(entry, data['owner'], version);
  const known = source && sourceKey(source.system, source.id);
  return known === undefined || owned.source === known ? owned : { ...owned, source: known };
};

const page = 500;
const atOnce = 50;

/**
 * Ids of a kind's initiatives by source and owner, in memory: read from the streams when a list is first asked for, from then
 * on told of each commit. Small (two words an initiative); level with this process's commits, and as far behind another's
 * as its topic is.
 */
export class InitiativeIndex implements Recollection {
  readonly #entries = new Map<string, Entry>();
  #ids: readonly string[] | undefined;
  #read: Promise<void> | undefined;
  readonly collections: readonly string[];

  constructor(
    private readonly kind: InitiativeKind,
    private readonly store: EventStore,
    bus: CommandBus,
  ) {
    this.collections = [kind];
    bus.onRecorded(this);
  }

  /** Ids in order that fit the filters. */
  async ids(filters: { readonly source?: string; readonly owner?: string }): Promise<readonly string[]> {
    await this.#whenRead();
    this.#ids ??= [...this.#entries.keys()].sort();
    if (filters.source === undefined && filters.owner === undefined) return this.#ids;
    return this.#ids.filter((id) => {
      const entry = this.#entries.get(id)!;
      return (
        (filters.source === undefined || entry.source === filters.source) &&
        (filters.owner === undefined || entry.owner === filters.owner)
      );
    });
  }

  /** With the next list that is asked for. */
  readAgain(): void {
    this.#read = undefined;
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    if (!stream.startsWith(`${this.kind}/`)) return;
    const id = stream.slice(this.kind.length + 1);
    const known = this.#entries.get(id);
    const entry = events.reduce(fold, known);
    if (!entry || entry === known) return;
    if (!known) this.#ids = undefined;
    this.#entries.set(id, entry);
  }

  async #whenRead(): Promise<void> {
    const reading = (this.#read ??= this.#readAll());
    try {
      await reading;
    } catch (fault) {
      if (this.#read === reading) this.#read = undefined;
      throw fault;
    }
  }

  async #readAll(): Promise<void> {
    for (let after: string | undefined; ;) {
      const streams = await this.store.streams(`${this.kind}/`, after, page);
      for (let from = 0; from < streams.length; from += atOnce)
        await Promise.all(streams.slice(from, from + atOnce).map((stream) => this.#readStream(stream)));
      if (streams.length < page) return;
      after = streams.at(-1);
    }
  }

  async #readStream(stream: StreamName): Promise<void> {
    for (let after = 0; ;) {
      const events = await this.store.read(stream, after, page);
      this.learn(stream, events);
      if (events.length < page) return;
      after += events.length;
    }
  }
}
