import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import {
  collectDirectoryRun,
  directoryAt,
  directoryCollections,
  emptyDirectoryFacts,
  foldedVersion,
  isDirectoryStream,
  type Directory,
  type DirectoryFacts,
} from '@masar/directory';
import type { EventStore } from '@masar/event-store';
import type { Recollection } from './recollections.js';

/** What a refusal could not find: ids that may have been registered a moment ago. */
export interface Sought {
  readonly streams: readonly StreamName[];
}

/** Entities, calendars, law paths and partners as they are known now, in memory. */
export interface DirectoryService {
  current(): Directory;
  facts(): DirectoryFacts;
  /** Looks again for what was not found; true when something of it is known now, by whichever way it was learned meanwhile. */
  lookAgain(sought: Sought): Promise<boolean>;
}

const streamsAtOnce = 50;

/**
 * The directory of a process that holds the registry's own streams: read at the start, then told of each commit, its own and
 * (in a cluster) others'.
 */
export class StoreDirectory implements DirectoryService, Recollection {
  readonly collections = directoryCollections;
  #facts: DirectoryFacts = emptyDirectoryFacts;
  #current: Directory | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly defaultZone: string,
  ) {}

  async load(): Promise<void> {
    const events: AnyRecordedEvent[] = [];
    for (const collection of directoryCollections)
      for await (const streams of this.#streams(`${collection}/`))
        for (const read of await Promise.all(streams.map((stream) => this.#read(stream, 0)))) events.push(...read);
    this.#fold(events);
  }

  readAgain(): Promise<void> {
    return this.load();
  }

  /** What does not follow on what is known of its stream, because another process recorded in between, is read from the store. */
  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void | Promise<void> {
    const known = this.#versionOf(stream);
    const first = events[0]?.version ?? 0;
    if (first <= known + 1) return this.#fold(events);
    return this.#read(stream, known).then((read) => this.#fold(read));
  }

  #fold(events: readonly AnyRecordedEvent[]): void {
    const facts = collectDirectoryRun(this.#facts, events);
    if (facts === this.#facts) return;
    this.#facts = facts;
    this.#current = undefined;
  }

  #versionOf(stream: StreamName): number {
    return foldedVersion(this.#facts, stream);
  }

  current(): Directory {
    this.#current ??= directoryAt(this.#facts, { defaultZone: this.defaultZone });
    return this.#current;
  }

  facts(): DirectoryFacts {
    return this.#facts;
  }

  async lookAgain({ streams }: Sought): Promise<boolean> {
    const sought = streams.filter(isDirectoryStream);
    for (const stream of sought) this.#fold(await this.#read(stream, 0));
    return sought.some((stream) => this.#versionOf(stream) > 0);
  }

  async *#streams(prefix: string): AsyncGenerator<readonly StreamName[]> {
    for (let after: string | undefined; ;) {
      const page = await this.store.streams(prefix, after, streamsAtOnce);
      yield page;
      if (page.length < streamsAtOnce) return;
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
