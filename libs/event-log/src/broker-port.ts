import type { AnyRecordedEvent } from '@masar/contracts';
import type { PendingCommits } from '@masar/event-store';

/** Where a record lies in a topic. Offsets are 64-bit and stay text. */
export interface RecordPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}
export type PartitionPlace = Omit<RecordPlace, 'offset'>;

/** Events of one partition in the order they lie there, all of one epoch of their store; a commit is never split. */
export interface Delivery extends PartitionPlace {
  readonly events: readonly AnyRecordedEvent[];
  readonly epoch: string;
  readonly firstOffset: string;
  readonly lastOffset: string;
}

/** A record that is no event of ours. It never blocks its partition. */
export interface UndecodableRecord extends RecordPlace {
  readonly reason: string;
}

/** A partition (or everything, without `place`) rests for so long because of a fault. */
export interface Pause {
  readonly fault: unknown;
  readonly pauseMs: number;
  readonly place?: PartitionPlace;
}

export interface ConsumerOptions {
  /** Members of one group share the partitions and their committed offsets. */
  readonly group: string;
  /** Contexts (`projects`), default all. */
  readonly contexts?: readonly string[];
  /** Everything that was delivered is to be kept when this resolves: the offset is committed next. May be given events again. */
  deliver(delivery: Delivery): Promise<void>;
  /**
   * After the offset is committed. A process that dies between the two leaves events that were kept and are in no fold;
   * `assigned` is where the next owner of the partition makes good for it.
   */
  fold(delivery: Delivery): Promise<void>;
  /** Partitions that are this member's from now on, before anything of them is delivered; awaited, tried again after a fault. */
  assigned?(partitions: readonly PartitionPlace[]): Promise<void>;
  /** Resolves when the record is noted; awaited before its offset is committed. */
  undecodable?(record: UndecodableRecord): Promise<void> | void;
  onPause?(pause: Pause): void;
  /** The partition goes on after a pause. */
  onResume?(place: PartitionPlace): void;
  /** Most events of one delivery, unless a commit alone has more (default 2,000). */
  readonly deliveryEvents?: number;
  /** Partitions worked on at a time (default 3). */
  readonly concurrency?: number;
  /** A member that says nothing for so long is given up by the group, milliseconds (default 10,000). */
  readonly sessionTimeoutMs?: number;
  readonly shortestPauseMs?: number;
  readonly longestPauseMs?: number;
}

/** One member of a consumer group. A fault of storage pauses the partition and never skips anything. */
export interface EventConsumer {
  /** Resolves when the member was started; while the broker is away it keeps trying by itself. */
  start(): Promise<void>;
  /** Finishes the stage it is in, leaves the group. */
  stop(): Promise<void>;
  assignment(): readonly PartitionPlace[];
}

export interface BrokerFollowOptions {
  /** Begins the name of the follower's own group, for whoever looks at the broker's groups. */
  readonly name: string;
  /** Contexts (`projects`), default all. */
  readonly contexts?: readonly string[];
  /** May be given events again; a fault rests the partition and the same events come again. */
  deliver(delivery: Delivery): Promise<void>;
  onPause?(pause: Pause): void;
  readonly shortestPauseMs?: number;
  readonly longestPauseMs?: number;
}

/** Is told of everything that is published from now on, for as long as it lives; nothing of it outlives the process. */
export interface BrokerFollower {
  /**
   * Resolves when it is known where the topics end: whatever is published later is delivered, also when the broker goes away
   * and comes back. Until the broker answers it keeps trying; rejects only when it is stopped before.
   */
  start(): Promise<void>;
  /** Finishes what is being delivered. */
  stop(): Promise<void>;
}

/** How far a group is behind on a partition, in records. */
export interface PartitionLag extends PartitionPlace {
  readonly committed: string;
  readonly end: string;
  readonly lag: number;
}

/** Figures of a relay; each is called from its loop and must not throw. */
export interface RelayMeters {
  /** Counted to a bound; age of the oldest in milliseconds, 0 when nothing is pending. */
  pending?(count: number, oldestMs: number): void;
  published?(events: number, commits: number, milliseconds: number): void;
  /** The relay rests for so long: store or broker do not answer. */
  paused?(fault: unknown, pauseMs: number): void;
  /** Streams that wait although they are pending: an earlier commit is missing, a text is broken, or no topic is known. */
  held?(held: readonly HeldStream[]): void;
}

export interface HeldStream {
  readonly stream: string;
  readonly because: 'earlier-missing' | 'broken' | 'no-topic';
}

export interface RelayOptions {
  readonly meters?: RelayMeters;
  /** How often to look by itself: hints come from this process alone, and others commit too (default 100). */
  readonly pollMs?: number;
  /** Most commits and events of a page (default 1,000 and 4,000). */
  readonly pageCommits?: number;
  readonly pageEvents?: number;
  /** Name for the lease; default one of its own. */
  readonly holder?: string;
  /** How long the lease runs without being renewed (default 10,000). */
  readonly leaseMs?: number;
  readonly shortestPauseMs?: number;
  readonly longestPauseMs?: number;
}

/** Carries pending commits to their topics and unsets their marks after the broker's acknowledgement. */
export interface EventRelay {
  start(): void;
  /** Something may be pending: look now. */
  hint(): void;
  /** Finishes the round it is in and ends its lease. */
  stop(): Promise<void>;
}

/** The log of a cluster. Opened by URL; `openEventBroker`. */
export interface EventBroker {
  /**
   * Makes topics that are missing and looks at all: unlimited retention, nothing compacted, the partition count they
   * were made with. Rejects with `TopicFault` (not ready: somebody must mend it) or `BrokerUnavailable` (try again).
   */
  assertTopics(contexts?: readonly string[]): Promise<void>;
  relay(pending: PendingCommits, options?: RelayOptions): EventRelay;
  consumer(options: ConsumerOptions): EventConsumer;
  /** For what a process keeps in memory of others' commits: from now on, in a throw-away group of its own. */
  follow(options: BrokerFollowOptions): BrokerFollower;
  /** End offset less committed offset of every partition. Rejects with `BrokerUnavailable`. */
  lag(group: string, contexts?: readonly string[]): Promise<readonly PartitionLag[]>;
  /** Stops what is left running and lets go of connections. */
  close(): Promise<void>;
}

/** The broker does not answer; nothing is half done that is not done again. */
export class BrokerUnavailable extends Error {
  readonly code = 'broker/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BrokerUnavailable';
  }
}

/** Topics that are not as they must be. A partition count never changes: a key would move, and order with it. */
export class TopicFault extends Error {
  readonly code = 'broker/topics';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('; '));
    this.name = 'TopicFault';
  }
}
