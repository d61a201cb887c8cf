import { collectionOf, topicRowOf, type BrokerFollower, type Delivery, type EventBroker } from '@masar/event-log';
import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { Recollections } from '../recollections.js';

/** Contexts whose topics carry these collections. */
export const contextsOf = (collections: readonly string[]): readonly string[] => [
  ...new Set(collections.flatMap((collection) => topicRowOf(`${collection}/`)?.context ?? [])),
];

/** Events of a delivery by stream, each stream in order. */
const byStream = (events: readonly AnyRecordedEvent[]): ReadonlyMap<StreamName, AnyRecordedEvent[]> => {
  const streams = new Map<StreamName, AnyRecordedEvent[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
};

const longestPauseMs = 5_000;

/**
 * Hears by the topics what other processes record, and tells whoever keeps something of it in memory. It follows from now on:
 * once it does, everybody reads again from the store what had been recorded before.
 */
export class RecordedElsewhere {
  readonly #follower: BrokerFollower;
  #epoch: string | undefined;
  #stopped = false;

  constructor(
    broker: EventBroker,
    private readonly store: Pick<EventStore, 'epoch'>,
    private readonly recollections: Recollections,
    private readonly onPause: (fault: unknown, pauseMs: number) => void,
  ) {
    this.#follower = broker.follow({
      name: 'masar-recollection',
      contexts: contextsOf(recollections.collections()),
      deliver: (delivery) => this.#deliver(delivery),
      onPause: ({ fault, pauseMs }) => onPause(fault, pauseMs),
      longestPauseMs,
    });
  }

  /** Resolves when nothing recorded elsewhere can be missed any more, and what was there before has been read. */
  async follow(): Promise<void> {
    await this.#follower.start();
    for (let pauseMs = 100; !this.#stopped; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return await this.recollections.readAgain();
      } catch (fault) {
        this.onPause(fault, pauseMs);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#follower.stop();
  }

  async #deliver({ events, epoch }: Delivery): Promise<void> {
    // A topic may still hold what a store told that has been replaced since by a backup of it.
    if (epoch !== this.#epoch) this.#epoch = await this.store.epoch();
    if (epoch !== this.#epoch) return;
    const kept = new Set(this.recollections.collections());
    for (const [stream, ofStream] of byStream(events))
      if (kept.has(collectionOf(stream))) await this.recollections.recorded(stream, ofStream);
  }
}
