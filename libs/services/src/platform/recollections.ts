import type { AnyRecordedEvent, StreamName } from '@masar/contracts';

/**
 * Something a process keeps in memory of what streams say, whichever process recorded it. It is told of this process's own
 * commits at once and, in a cluster, of every commit once more when it comes back by the topics: so it hears things twice, and
 * of its own commit at times before it hears of another's that lies below it.
 */
export interface Recollection {
  /** Collections (`projects`) it keeps something of. */
  readonly collections: readonly string[];
  /** Events of one stream, in order of version. A fault brings them again when they came by the topics. */
  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void | Promise<void>;
  /** From now on others' commits are heard of: what they recorded before is to be read from the store. */
  readAgain?(): void | Promise<void>;
}

const collectionOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('/'));

/** Everything this process keeps in memory of its streams and others'. */
export class Recollections {
  readonly #all = new Set<Recollection>();
  readonly #byCollection = new Map<string, Recollection[]>();

  add(recollection: Recollection): void {
    this.#all.add(recollection);
    for (const collection of recollection.collections)
      this.#byCollection.set(collection, [...(this.#byCollection.get(collection) ?? []), recollection]);
  }

  /** Collections that somebody keeps something of. */
  collections(): readonly string[] {
    return [...this.#byCollection.keys()];
  }

  /** Of this process, after the commit: never fails it. Whoever could not learn now does so by the topics, or reads again. */
  committed(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    for (const one of this.#of(stream)) {
      try {
        void Promise.resolve(one.learn(stream, events)).catch(() => undefined);
      } catch {
        continue;
      }
    }
  }

  /** Of whichever process. Rejects when somebody could not learn it. */
  async recorded(stream: StreamName, events: readonly AnyRecordedEvent[]): Promise<void> {
    for (const one of this.#of(stream)) await one.learn(stream, events);
  }

  async readAgain(): Promise<void> {
    for (const one of this.#all) await one.readAgain?.();
  }

  #of(stream: StreamName): readonly Recollection[] {
    return this.#byCollection.get(collectionOf(stream)) ?? [];
  }
}
