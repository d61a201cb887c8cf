import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import {
  collectDirectoryRun,
  directoryAt,
  emptyDirectoryFacts,
  isDirectoryStream,
  type Directory,
  type DirectoryFacts,
} from '@masar/directory';
import type { EventStore } from '@masar/event-store';

/** What a refusal could not find: ids that may have been registered a moment ago. */
export interface Sought {
  readonly streams: readonly StreamName[];
}

/** Entities, calendars and law paths as they are known now, in memory. */
export interface DirectoryService {
  current(): Directory;
  facts(): DirectoryFacts;
  /** Looks again for what was not found; true when something new was learned. */
  lookAgain(sought: Sought): Promise<boolean>;
}

const collections = ['entities/', 'calendars/', 'law-paths/'] as const;

/** The directory of a process that holds the registry's own streams: read at the start, then told of each commit. */
export class StoreDirectory implements DirectoryService {
  #facts: DirectoryFacts = emptyDirectoryFacts;
  #current: Directory | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly defaultZone: string,
  ) {}

  async load(): Promise<void> {
    const events: AnyRecordedEvent[] = [];
    for (const prefix of collections)
      for await (const stream of this.#streams(prefix)) events.push(...(await this.#read(stream, 0)));
    this.learn(events);
  }

  learn(events: readonly AnyRecordedEvent[]): boolean {
    const facts = collectDirectoryRun(this.#facts, events);
    if (facts === this.#facts) return false;
    this.#facts = facts;
    this.#current = undefined;
    return true;
  }

  current(): Directory {
    this.#current ??= directoryAt(this.#facts, { defaultZone: this.defaultZone });
    return this.#current;
  }

  facts(): DirectoryFacts {
    return this.#facts;
  }

  async lookAgain({ streams }: Sought): Promise<boolean> {
    let learned = false;
    for (const stream of streams.filter(isDirectoryStream))
      learned = this.learn(await this.#read(stream, 0)) || learned;
    return learned;
  }

  async *#streams(prefix: string): AsyncGenerator<StreamName> {
    for (let after: string | undefined; ;) {
      const page = await this.store.streams(prefix, after, 500);
      yield* page;
      if (page.length < 500) return;
      after = page.at(-1);
    }
  }

  async #read(stream: StreamName, after: number): Promise<AnyRecordedEvent[]> {
    const events: AnyRecordedEvent[] = [];
    for (;;) {
      const page = await this.store.read(stream, after + events.length, 500);
      events.push(...page);
      if (page.length < 500) return events;
    }
  }
}
