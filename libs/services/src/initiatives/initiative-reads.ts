import { refuse, type StreamName } from '@masar/contracts';
import type { Initiative } from '@masar/domain';
import type { EventStore } from '@masar/event-store';
import { maySee, type Actor } from '@masar/access';
import type { CommandBus } from '../platform/command-bus.js';
import { inPortions, thoseOf } from '../platform/in-portions.js';
import { cursorAfter, limitOf, pageOfArray, placeOf, totalOf, type Page, type PageQuery } from '../platform/page.js';
import { eventsOfStream } from '../platform/stream-events.js';
import type { Collection, Item } from './collections.js';
import type { InitiativeCommands } from './initiative-commands.js';
import { seenAs } from './initiative-subject.js';
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

  /** Refuses `stream/not-found`: also what the reader may not see. */
  async #current(id: string, reader: Actor): Promise<{ readonly state: Initiative; readonly version: number }> {
    const stream: StreamName = `${this.kind}/${id}`;
    const { state, version } = await this.commands.runner.current(stream);
    return state.status === 'unregistered' || !maySee(reader, seenAs(state))
      ? refuse('stream/not-found', { stream })
      : { state, version };
  }

  async one(id: string, reader: Actor) {
    const { state, version } = await this.#current(id, reader);
    return initiativeView(state, version);
  }

  /** What the reader may see, and nothing else: not in the pages, not in the total. */
  async list(query: ListQuery, reader: Actor) {
    const ids = await this.#seen(await this.#index.ids(query), reader);
    const after = placeOf(this.kind, query.cursor);
    const start = after === undefined ? 0 : ids.findIndex((id) => id > after);
    const page = start < 0 ? [] : ids.slice(start, start + limitOf(query));
    const last = page.at(-1);
    return {
      items: (await inPortions(page, (id) => this.#shown(id, reader))).flatMap((one) => one ?? []),
      next: last !== undefined && last !== ids.at(-1) ? cursorAfter(this.kind, last) : null,
      total: totalOf(ids.length),
    };
  }

  /** The audience of some may have been narrowed by another process a moment ago: the state decides. */
  async #shown(id: string, reader: Actor) {
    const { state, version } = await this.commands.runner.current(`${this.kind}/${id}`);
    return state.status !== 'unregistered' && maySee(reader, seenAs(state))
      ? initiativeView(state, version)
      : undefined;
  }

  /** Only of initiatives whose audience leaves officials out is the state asked: they are few. */
  async #seen(ids: readonly string[], reader: Actor): Promise<readonly string[]> {
    if (reader.onlyAccount) return ids;
    const restricted = ids.filter((id) => this.#index.isRestricted(id));
    const hidden = new Set(await thoseOf(restricted, async (id) => (await this.#shown(id, reader)) === undefined));
    return hidden.size === 0 ? ids : ids.filter((id) => !hidden.has(id));
  }

  async collection(
    collection: Collection,
    parameters: Parameters,
    query: PageQuery,
    reader: Actor,
  ): Promise<Page<Item>> {
    const { state } = await this.#current(parameters['id'] ?? '', reader);
    return pageOfArray(collection.path, collection.items(state, parameters), query);
  }

  async item(
    collection: Collection,
    parameters: Parameters,
    reader: Actor,
  ): Promise<{ readonly item: Item; readonly version: number }> {
    const { state, version } = await this.#current(parameters['id'] ?? '', reader);
    const item = collection.items(state, parameters).find(({ id }) => id === parameters['item']);
    return { item: item ?? refuse('read/not-found'), version };
  }

  async events(id: string, query: PageQuery, reader: Actor) {
    await this.#current(id, reader);
    return eventsOfStream(this.store, `${this.kind}/${id}`, query);
  }
}
