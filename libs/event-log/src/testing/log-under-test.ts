import { randomUUID } from 'node:crypto';
import type { AnyRecordedEvent } from '@masar/contracts';
import type { ConsumerOptions, Delivery } from '../broker-port.js';

/** A broker's URL with topics of its own, so that suites on one broker do not meet. */
export const topicsOfItsOwn = (url: string, partitions = 4): string =>
  `${url}${url.includes('?') ? '&' : '?'}prefix=masar-${randomUUID().slice(0, 8)}&partitions=${partitions}`;

/** Waits until something holds; says what it waited for when it never does. */
export const until = async (holds: () => boolean, what: string, milliseconds = 60_000): Promise<void> => {
  for (const end = Date.now() + milliseconds; !holds(); await new Promise((resolve) => setTimeout(resolve, 10)))
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${what}`);
};

/** What a consumer keeps and folds, as reporting does: insert only, duplicates known by version and hash. */
export class HistoryInMemory {
  /** Hashes by stream, in order of version. */
  readonly streams = new Map<string, string[]>();
  readonly order: string[] = [];
  readonly forks: string[] = [];
  /** Deliveries by what was folded, as `<stream>@<version>`. */
  readonly folded: string[] = [];
  received = 0;

  /** A version that is not the next or an earlier one would be a hole: order within a stream was broken. */
  insert(events: readonly AnyRecordedEvent[]): void {
    for (const { stream, version, hash } of events) {
      this.received += 1;
      const held = this.streams.get(stream) ?? [];
      if (version > held.length + 1) throw new Error(`${stream}@${version} came after version ${held.length}`);
      if (version <= held.length) {
        if (held[version - 1] !== hash) this.forks.push(`${stream}@${version}`);
        continue;
      }
      held.push(hash);
      this.streams.set(stream, held);
      this.order.push(`${stream}@${version}`);
    }
  }

  get size(): number {
    return this.order.length;
  }

  /** A consumer into this history. */
  consumer(group: string, more: Partial<ConsumerOptions> = {}): ConsumerOptions {
    return {
      group,
      deliver: async ({ events }: Delivery) => this.insert(events),
      fold: async ({ events }: Delivery) =>
        void this.folded.push(...events.map(({ stream, version }) => `${stream}@${version}`)),
      shortestPauseMs: 20,
      longestPauseMs: 200,
      sessionTimeoutMs: 6_000,
      ...more,
    };
  }
}
