import { initiativeKinds, type AnyRecordedEvent, type Instant, type StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { Recollection } from '../platform/recollections.js';
import type { SourceHolder } from './import-gateway.js';

const page = 500;
const atOnce = 50;
const isInitiative = (stream: StreamName): boolean => initiativeKinds.some((kind) => stream.startsWith(`${kind}/`));

interface Holder extends SourceHolder {
  readonly since: Instant;
}

const earlier = (a: Holder, b: Holder): boolean => a.since < b.since || (a.since === b.since && a.stream <= b.stream);

/**
 * Which stream stands for which row of which source. Read from the first event of every initiative when an import asks for the
 * first time, then kept by each commit. Over a truth that others write to as well, whoever asks has the initiatives looked
 * through for new ones first: what one process imported, the next file must find, however far the topics are behind. Of
 * several registered under one source the one recorded first holds it, in whatever order and how often they are learned;
 * the others are initiatives of their own.
 */
export class SourceIndex implements Recollection {
  readonly collections = initiativeKinds;
  readonly #holders = new Map<string, Map<string, Holder>>();
  readonly #seen = new Set<StreamName>();
  #loaded: Promise<void> | undefined;

  constructor(private readonly store: EventStore) {}

  async of(system: string): Promise<ReadonlyMap<string, SourceHolder>> {
    await this.#level();
    return new Map(
      [...(this.#holders.get(system) ?? [])].map(([id, { stream, knownSince }]) => [id, { stream, knownSince }]),
    );
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    const first = events[0];
    if (first?.type !== 'initiative.registered.v1' || !isInitiative(stream)) return;
    this.#seen.add(stream);
    const source = first.data['source'] as { system: string; id: string } | undefined;
    if (!source) return;
    const ofSystem = this.#holders.get(source.system) ?? new Map<string, Holder>();
    const held = ofSystem.get(source.id);
    const registered = { stream, knownSince: first.knownAt, since: first.recordedAt };
    if (!held || earlier(registered, held)) ofSystem.set(source.id, registered);
    this.#holders.set(source.system, ofSystem);
  }

  /** Every initiative the store has now; where this process alone writes, only the first question needs to look. */
  async #level(): Promise<void> {
    const looking = (this.#loaded ??= this.#load());
    try {
      await looking;
    } catch (fault) {
      this.#loaded = undefined;
      throw fault;
    }
    if (this.#isShared && this.#loaded === looking) this.#loaded = undefined;
  }

  get #isShared(): boolean {
    return this.store.leases !== undefined;
  }

  async #load(): Promise<void> {
    for (const kind of initiativeKinds)
      for (let after: StreamName | undefined; ;) {
        const streams = await this.store.streams(`${kind}/`, after, page);
        const unseen = streams.filter((stream) => !this.#seen.has(stream));
        for (let from = 0; from < unseen.length; from += atOnce)
          await Promise.all(
            unseen
              .slice(from, from + atOnce)
              .map(async (stream) => this.learn(stream, await this.store.read(stream, 0, 1))),
          );
        if (streams.length < page) break;
        after = streams.at(-1);
      }
  }
}
