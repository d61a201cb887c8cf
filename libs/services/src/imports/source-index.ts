import { initiativeKinds, type AnyRecordedEvent, type StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';

const page = 500;
const atOnce = 50;
const isInitiative = (stream: StreamName): boolean => initiativeKinds.some((kind) => stream.startsWith(`${kind}/`));

/**
 * Which stream stands for which row of which source. Read from the first event of every initiative when an import asks for the
 * first time, then kept by each commit of this process.
 */
export class SourceIndex {
  readonly #streams = new Map<string, Map<string, StreamName>>();
  #loaded: Promise<void> | undefined;

  constructor(private readonly store: EventStore) {}

  async of(system: string): Promise<ReadonlyMap<string, StreamName>> {
    await (this.#loaded ??= this.#load());
    return new Map(this.#streams.get(system));
  }

  /** Called after each commit. */
  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    const first = events[0];
    if (first?.type !== 'initiative.registered.v1' || !isInitiative(stream)) return;
    const source = first.data['source'] as { system: string; id: string } | undefined;
    if (!source) return;
    const known = this.#streams.get(source.system) ?? new Map<string, StreamName>();
    // The first one registered keeps the source: a second stream under it is an initiative of its own.
    if (!known.has(source.id)) known.set(source.id, stream);
    this.#streams.set(source.system, known);
  }

  async #load(): Promise<void> {
    for (const kind of initiativeKinds)
      for (let after: StreamName | undefined; ;) {
        const streams = await this.store.streams(`${kind}/`, after, page);
        for (let from = 0; from < streams.length; from += atOnce)
          await Promise.all(
            streams
              .slice(from, from + atOnce)
              .map(async (stream) => this.learn(stream, await this.store.read(stream, 0, 1))),
          );
        if (streams.length < page) break;
        after = streams.at(-1);
      }
  }
}
