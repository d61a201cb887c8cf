import type { AnyRecordedEvent, InitiativeKind, StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { CommandBus } from '../platform/command-bus.js';
import { inPortions } from '../platform/in-portions.js';
import type { Recollection } from '../platform/recollections.js';

/** What lists of a kind are filtered by. */
interface Entry {
  readonly owner: string;
  /** Version of the event that named the owner: of two, the later one holds, in whatever order they are learned. */
  readonly ownerSince: number;
  /** Its audience leaves some officials out, as the event of this version said. */
  readonly restricted?: { readonly is: boolean; readonly since: number };
  readonly source?: string;
}

const sourceKey = (system: string, id: string): string => `${system}:${id}`;

const ownedBy = (entry: Entry | undefined, owner: unknown, version: number): Entry =>
  entry && entry.ownerSince >= version ? entry : { ...entry, owner: String(owner), ownerSince: version };

const forAudience = (entry: Entry | undefined, audience: unknown, version: number): Entry | undefined => {
  if (!entry || audience === undefined || (entry.restricted && entry.restricted.since >= version)) return entry;
  return { ...entry, restricted: { is: audience !== 'portfolio', since: version } };
};

const fold = (entry: Entry | undefined, { type, data, version }: AnyRecordedEvent): Entry | undefined => {
  if (type === 'initiative.owner-changed.v1') return ownedBy(entry, data['to'], version);
  if (type === 'initiative.described.v1') return forAudience(entry, data['audience'], version);
  if (type !== 'initiative.registered.v1') return entry;
  const source = data['source'] as { system: string; id: string } | undefined;
  const owned = forAudience(ownedBy(entry, data['owner'], version), data['audience'], version)!;
  const known = source && sourceKey(source.system, source.id);
  return known === undefined || owned.source === known ? owned : { ...owned, source: known };
};

const page = 2_000;
const eventsAtOnce = 500;

/**
 * Ids of a kind's initiatives by source and owner, in memory: read from the streams when a list is first asked for, from then
 * on told of each commit. Small (two words an initiative). Which initiatives there are is level with the store, also where
 * others write to it; a change of owner that another process recorded is known as soon as its topic has brought it.
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
    if (this.store.leases) await this.#readEach((stream) => !this.#entries.has(this.#idOf(stream)));
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

  /** Whether not every official may see it, as far as is known here. */
  isRestricted(id: string): boolean {
    return this.#entries.get(id)?.restricted?.is ?? false;
  }

  /** With the next list that is asked for. */
  readAgain(): void {
    this.#read = undefined;
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    if (!stream.startsWith(`${this.kind}/`)) return;
    const id = this.#idOf(stream);
    const known = this.#entries.get(id);
    const entry = events.reduce(fold, known);
    if (!entry || entry === known) return;
    if (!known) this.#ids = undefined;
    this.#entries.set(id, entry);
  }

  #idOf(stream: StreamName): string {
    return stream.slice(this.kind.length + 1);
  }

  async #whenRead(): Promise<void> {
    const reading = (this.#read ??= this.#readEach(() => true));
    try {
      await reading;
    } catch (fault) {
      if (this.#read === reading) this.#read = undefined;
      throw fault;
    }
  }

  async #readEach(isWanted: (stream: StreamName) => boolean): Promise<void> {
    for (let after: string | undefined; ;) {
      const streams = await this.store.streams(`${this.kind}/`, after, page);
      await inPortions(streams.filter(isWanted), (stream) => this.#readStream(stream));
      if (streams.length < page) return;
      after = streams.at(-1);
    }
  }

  async #readStream(stream: StreamName): Promise<void> {
    for (let after = 0; ;) {
      const events = await this.store.read(stream, after, eventsAtOnce);
      this.learn(stream, events);
      if (events.length < eventsAtOnce) return;
      after += events.length;
    }
  }
}
