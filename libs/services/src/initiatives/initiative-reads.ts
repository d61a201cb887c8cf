import { refuse, type StreamName } from '@masar/contracts';
import type { Initiative } from '@masar/domain';
import type { EventStore } from '@masar/event-store';
import type { CommandBus } from '../platform/command-bus.js';
import { cursorAfter, limitOf, pageOfArray, placeOf, totalOf, type Page, type PageQuery } from '../platform/page.js';
import { eventsOfStream } from '../platform/stream-events.js';
import type { Collection, Item } from './collections.js';
import type { InitiativeCommands } from './initiative-commands.js';
import { InitiativeIndex } from './initiative-index.js';
import type { ListQuery } from './list-query.js';
import { initiativeView } from './views/initiative-view.js';

type Parameters = Readonly<Record<string, string>>;

/** What the command side itself can tell of its initiatives: level with the store at every read. */
export class InitiativeReads {
  readonly #index: InitiativeIndex;

  constructor(
    private readonly commands: InitiativeCommands,
    private readonly store: EventStore,
    bus: CommandBus,
  ) {
    this.#index = new InitiativeIndex(commands.kind, store, bus);
  }

  get kind() {
    return this.commands.kind;
  }

  /** Refuses `stream/not-found`. */
  async #current(id: string): Promise<{ readonly state: Initiative; readonly version: number }> {
    const stream: StreamName = `${this.kind}/${id}`;
    const { state, version } = await this.commands.runner.current(stream);
    return state.status === 'unregistered' ? refuse('stream/not-found', { stream }) : { state, version };
  }

  async one(id: string) {
    const { state, version } = await this.#current(id);
    return initiativeView(state, version);
  }

  async list(query: ListQuery) {
    const ids = await this.#index.ids(query);
    const after = placeOf(this.kind, query.cursor);
    const start = after === undefined ? 0 : ids.findIndex((id) => id > after);
    const page = start < 0 ? [] : ids.slice(start, start + limitOf(query));
    const last = page.at(-1);
    return {
      items: await Promise.all(page.map((id) => this.one(id))),
      next: last !== undefined && last !== ids.at(-1) ? cursorAfter(this.kind, last) : null,
      total: totalOf(ids.length),
    };
  }

  async collection(collection: Collection, parameters: Parameters, query: PageQuery): Promise<Page<Item>> {
    const { state } = await this.#current(parameters['id'] ?? '');
    return pageOfArray(collection.path, collection.items(state, parameters), query);
  }

  async item(
    collection: Collection,
    parameters: Parameters,
  ): Promise<{ readonly item: Item; readonly version: number }> {
    const { state, version } = await this.#current(parameters['id'] ?? '');
    const item = collection.items(state, parameters).find(({ id }) => id === parameters['item']);
    return { item: item ?? refuse('read/not-found'), version };
  }

  events(id: string, query: PageQuery) {
    return eventsOfStream(this.store, `${this.kind}/${id}`, query);
  }
}
