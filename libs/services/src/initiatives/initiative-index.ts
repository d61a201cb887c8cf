import type { AnyRecordedEvent, InitiativeKind, StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { CommandBus } from '../platform/command-bus.js';

/** What lists of a kind are filtered by. */
interface Entry {
  readonly owner: string;
  readonly source?: string;
}

const sourceKey = (system: string, id: string): string => `${system}:${id}`;

const fold = (entry: Entry | undefined, { type, data }: AnyRecordedEvent): Entry | undefined => {
  if (type === 'initiative.registered.v1') {
    const source = data['source'] as { system: string; id: string } | undefined;
    return { owner: String(data['owner']), ...(source ? { source: sourceKey(source.system, source.id) } : {}) };
  }
  if (type === 'initiative.owner-changed.v1' && entry) return { ...entry, owner: String(data['to']) };
  return entry;
};

/**
 * Ids of a kind's initiatives by source and owner, in memory: read from the streams when a list is first asked for, from then
 * on told of each commit of this process. Small (two words an initiative) and never behind the store.
 */
export class InitiativeIndex {
  readonly #entries = new Map<string, Entry>();
  #ids: readonly string[] | undefined;
  #read: Promise<void> | undefined;

  constructor(
    private readonly kind: InitiativeKind,
    private readonly store: EventStore,
    bus: CommandBus,
  ) {
    bus.onCommitted((stream, events) => this.#learn(stream, events));
  }

  /** Ids in order that fit the filters. */
  async ids(filters: { readonly source?: string; readonly owner?: string }): Promise<readonly string[]> {
    await (this.#read ??= this.#readAll());
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

  #learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    if (!stream.startsWith(`${this.kind}/`)) return;
    const id = stream.slice(this.kind.length + 1);
    const known = this.#entries.get(id);
    const entry = events.reduce(fold, known);
    if (!entry || entry === known) return;
    if (!known) this.#ids = undefined;
    this.#entries.set(id, entry);
  }

  async #readAll(): Promise<void> {
    for (let after: string | undefined; ;) {
      const streams = await this.store.streams(`${this.kind}/`, after, 500);
      for (const stream of streams) await this.#readStream(stream);
      if (streams.length < 500) return;
      after = streams.at(-1);
    }
  }

  async #readStream(stream: StreamName): Promise<void> {
    for (let after = 0; ;) {
      const events = await this.store.read(stream, after, 500);
      this.#learn(stream, events);
      if (events.length < 500) return;
      after += events.length;
    }
  }
}
