import { randomUUID } from 'node:crypto';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import {
  BrokerUnavailable,
  type BrokerFollower,
  type BrokerFollowOptions,
  type PartitionPlace,
} from '../broker-port.js';
import { takenFrom } from './deliveries.js';
import { Heartbeats } from './heartbeats.js';
import { PartitionRest } from './partition-rest.js';
import { RestartingConsumer, resumeOthers } from './restarting-consumer.js';

const sessionTimeoutMs = 10_000;
const deliveryEvents = 2_000;

/** Where each partition of the topics ends, by topic and partition. */
export type EndOffsets = () => Promise<ReadonlyMap<string, readonly { partition: number; high: string }[]>>;

/**
 * Follows topics from now on, alone in a group that nobody else knows and in which nothing is ever committed, so that the
 * broker forgets it with its last member. Where to go on it remembers itself: at each joining every partition is sought where
 * this follower stands, at first at the ends that were taken before it joined.
 */
export class TopicFollower implements BrokerFollower {
  readonly #places = new Map<string, Map<number, bigint>>();
  readonly #rest: PartitionRest;
  readonly #consumer: RestartingConsumer;
  #stopped = false;
  #wake: () => void = () => undefined;

  constructor(
    driver: Kafka,
    topics: string[],
    private readonly ends: EndOffsets,
    private readonly options: BrokerFollowOptions,
  ) {
    const { shortestPauseMs = 100, longestPauseMs = 5_000, onPause } = options;
    this.#rest = new PartitionRest(shortestPauseMs, longestPauseMs);
    this.#consumer = new RestartingConsumer(driver, {
      config: {
        groupId: `${options.name}-${randomUUID()}`,
        sessionTimeout: sessionTimeoutMs,
        heartbeatInterval: sessionTimeoutMs / 10,
        maxWaitTimeInMs: 500,
        allowAutoTopicCreation: false,
      },
      topics,
      concurrency: 1,
      eachBatch: (payload) => this.#batch(payload),
      joined: (_assigned, consumer) => this.#seekOwn(consumer),
      broke: (fault, pauseMs) => onPause?.({ fault, pauseMs }),
      pauseMs: longestPauseMs,
    });
  }

  async start(): Promise<void> {
    await this.#takeEnds();
    // Joining takes a while, and again after each fault; what is published meanwhile lies behind the ends.
    void this.#consumer.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    this.#rest.keepOnly([]);
    await this.#consumer.stop();
  }

  async #takeEnds(): Promise<void> {
    const { shortestPauseMs = 100, longestPauseMs = 5_000, onPause } = this.options;
    for (let pauseMs = shortestPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        const ends = await this.ends();
        if (this.#stopped) break;
        for (const [topic, partitions] of ends)
          this.#places.set(topic, new Map(partitions.map(({ partition, high }) => [partition, BigInt(high)])));
        return;
      } catch (fault) {
        if (this.#stopped) break;
        onPause?.({ fault, pauseMs });
        await this.#pause(pauseMs);
      }
    }
    throw new BrokerUnavailable('stopped before the broker answered');
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake(), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #seekOwn(consumer: Consumer): void {
    this.#rest.keepOnly([]);
    resumeOthers(consumer, () => false);
    for (const [topic, partitions] of this.#places)
      for (const [partition, offset] of partitions) consumer.seek({ topic, partition, offset: offset.toString() });
  }

  async #batch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const place = { topic: batch.topic, partition: batch.partition };
    const beats = new Heartbeats(() => payload.heartbeat(), sessionTimeoutMs / 10);
    try {
      for (const { delivery, lastOffset } of takenFrom(batch.messages, place, deliveryEvents)) {
        if (!payload.isRunning() || payload.isStale()) return;
        if (delivery !== undefined) await this.options.deliver(delivery);
        this.#rest.end(place);
        this.#passed(place, lastOffset);
        payload.resolveOffset(lastOffset);
        beats.check();
      }
    } catch (fault) {
      this.#paused(fault, place, payload);
    } finally {
      beats.stop();
    }
  }

  #passed({ topic, partition }: PartitionPlace, lastOffset: string): void {
    this.#places.get(topic)?.set(partition, BigInt(lastOffset) + 1n);
  }

  #paused(fault: unknown, place: PartitionPlace, payload: EachBatchPayload): void {
    const resume = payload.pause();
    const pauseMs = this.#rest.begin(place, undefined, resume);
    this.options.onPause?.({ fault, pauseMs, place });
  }
}
