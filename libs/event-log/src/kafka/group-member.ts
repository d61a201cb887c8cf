import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { ConsumerOptions, Delivery, EventConsumer, PartitionPlace } from '../broker-port.js';
import { takenFrom, type Taken } from './deliveries.js';
import { Heartbeats } from './heartbeats.js';
import { PartitionRest } from './partition-rest.js';
import { RestartingConsumer, resumeOthers } from './restarting-consumer.js';

const fetchWaitMs = 500;

/**
 * A member of a consumer group. Of each delivery: kept first (`deliver`), then the offset committed, then folded. A fault
 * rests the partition and the same delivery comes again; a group that is shared out anew is heard between two stages.
 */
export class GroupMember implements EventConsumer {
  readonly #rest: PartitionRest;
  readonly #consumer: RestartingConsumer;
  #assignment: readonly PartitionPlace[] = [];
  #ready: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    driver: Kafka,
    topics: string[],
    private readonly options: ConsumerOptions,
  ) {
    const { group, concurrency = 3, sessionTimeoutMs = 10_000 } = options;
    const { shortestPauseMs = 100, longestPauseMs = 5_000 } = options;
    this.#rest = new PartitionRest(shortestPauseMs, longestPauseMs);
    this.#consumer = new RestartingConsumer(driver, {
      config: {
        groupId: group,
        sessionTimeout: sessionTimeoutMs,
        rebalanceTimeout: sessionTimeoutMs * 2,
        heartbeatInterval: Math.floor(sessionTimeoutMs / 10),
        maxWaitTimeInMs: fetchWaitMs,
        allowAutoTopicCreation: false,
      },
      topics,
      concurrency,
      eachBatch: (payload) => this.#batch(payload),
      joined: (assigned, consumer) => this.#join(assigned, consumer),
      broke: (fault, pauseMs) => this.#broke(fault, pauseMs),
      pauseMs: longestPauseMs,
    });
  }

  assignment(): readonly PartitionPlace[] {
    return this.#assignment;
  }

  start(): Promise<void> {
    return this.#consumer.start();
  }

  #broke(fault: unknown, pauseMs: number): void {
    this.#assignment = [];
    this.options.onPause?.({ fault, pauseMs });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#rest.keepOnly([]);
    await this.#consumer.stop();
    this.#assignment = [];
  }

  #join(assigned: Readonly<Record<string, readonly number[]>>, consumer: Consumer): void {
    this.#assignment = Object.entries(assigned).flatMap(([topic, partitions]) =>
      partitions.map((partition) => ({ topic, partition })),
    );
    this.#rest.keepOnly(this.#assignment);
    resumeOthers(consumer, (place) => this.#rest.has(place));
    this.#ready = this.#tellAssigned(this.#assignment);
  }

  /** Until it works, or the partitions are shared out anew. */
  async #tellAssigned(assignment: readonly PartitionPlace[]): Promise<void> {
    const { assigned, onPause, shortestPauseMs = 100, longestPauseMs = 5_000 } = this.options;
    if (assigned === undefined || assignment.length === 0) return;
    for (let pauseMs = shortestPauseMs; !this.#stopped && this.#assignment === assignment;) {
      try {
        return await assigned(assignment);
      } catch (fault) {
        onPause?.({ fault, pauseMs });
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  async #batch(payload: EachBatchPayload): Promise<void> {
    const { sessionTimeoutMs = 10_000, deliveryEvents = 2_000 } = this.options;
    const place = { topic: payload.batch.topic, partition: payload.batch.partition };
    const beats = new Heartbeats(() => payload.heartbeat(), Math.floor(sessionTimeoutMs / 10));
    try {
      await this.#ready;
      beats.check();
      const unfolded = this.#rest.claimUnfolded(place);
      if (unfolded !== undefined && !(await this.#fold(unfolded, payload))) return;
      for (const taken of takenFrom(payload.batch.messages, place, deliveryEvents))
        if (!(await this.#take(taken, place, payload, beats))) return;
    } finally {
      beats.stop();
    }
  }

  /** False: the partition rests, or this member is to stop. */
  async #take(taken: Taken, place: PartitionPlace, payload: EachBatchPayload, beats: Heartbeats): Promise<boolean> {
    const { delivery, undecodable, lastOffset } = taken;
    if (!payload.isRunning() || payload.isStale()) return false;
    try {
      for (const record of undecodable) await this.options.undecodable?.(record);
      if (delivery !== undefined) await this.options.deliver(delivery);
    } catch (fault) {
      this.#pause(place, fault, payload.pause());
      return false;
    }
    beats.check();
    const offset = (BigInt(lastOffset) + 1n).toString();
    const { topic, partition } = place;
    // Committed before it is passed over: a commit that fails brings the delivery again, and the fold with it.
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
    payload.resolveOffset(lastOffset);
    return delivery === undefined || this.#fold(delivery, payload);
  }

  async #fold(delivery: Delivery, payload: Pick<EachBatchPayload, 'pause'>): Promise<boolean> {
    try {
      await this.options.fold(delivery);
    } catch (fault) {
      this.#pause(delivery, fault, payload.pause(), delivery);
      return false;
    }
    this.#worked(delivery);
    return true;
  }

  #worked(place: PartitionPlace): void {
    if (!this.#rest.has(place)) return;
    this.#rest.end(place);
    this.options.onResume?.({ topic: place.topic, partition: place.partition });
  }

  #pause({ topic, partition }: PartitionPlace, fault: unknown, resume: () => void, unfolded?: Delivery): void {
    const place = { topic, partition };
    const again = async () => {
      // The next batch may be long in coming; what is committed already is not to wait for it.
      if (unfolded === undefined || (await this.#fold(unfolded, { pause: () => resume }))) resume();
    };
    const pauseMs = this.#rest.begin(place, unfolded, () => void again());
    this.options.onPause?.({ fault, pauseMs, place });
  }
}
