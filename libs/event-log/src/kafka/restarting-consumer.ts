import type { Consumer, ConsumerConfig, EachBatchHandler, Kafka } from 'kafkajs';
import type { PartitionPlace } from '../broker-port.js';

export interface RestartingConsumerOptions {
  readonly config: ConsumerConfig;
  readonly topics: string[];
  readonly concurrency: number;
  readonly eachBatch: EachBatchHandler;
  /** Partitions were shared out; called before anything of them is fetched. */
  joined(assigned: Readonly<Record<string, readonly number[]>>, consumer: Consumer): void;
  /** It broke, and begins again after a pause. */
  broke(fault: unknown, pauseMs: number): void;
  readonly pauseMs: number;
}

/**
 * Lets partitions go on that are paused without resting. The driver remembers a pause through every sharing out, also of what
 * was somebody else's meanwhile; whoever was to end the pause has forgotten it by then.
 */
export const resumeOthers = (
  consumer: Pick<Consumer, 'paused' | 'resume'>,
  rests: (place: PartitionPlace) => boolean,
): void => {
  for (const { topic, partitions } of consumer.paused()) {
    const others = partitions.filter((partition) => !rests({ topic, partition }));
    if (others.length > 0) consumer.resume([{ topic, partitions: others }]);
  }
};

/** The driver's consumer, for good: it starts itself again after what it takes for passing; after everything else this does. */
export class RestartingConsumer {
  #consumer: Consumer | undefined;
  #restart: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly driver: Kafka,
    private readonly options: RestartingConsumerOptions,
  ) {}

  async start(): Promise<void> {
    const { config, topics, concurrency, eachBatch, joined } = this.options;
    // By itself the driver would begin again also after it was told to stop.
    const retry = { ...config.retry, restartOnFailure: async () => !this.#stopped };
    const consumer = this.driver.consumer({ ...config, retry });
    this.#consumer = consumer;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => joined(payload.memberAssignment, consumer));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) this.#startAgain(payload.error);
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: concurrency,
        eachBatch,
      });
      // Told to stop while it was joining, the driver hears nothing, joins and stays.
      if (this.#stopped) await consumer.disconnect();
    } catch (fault) {
      this.#startAgain(fault);
    }
  }

  #startAgain(fault: unknown): void {
    if (this.#stopped || this.#restart !== undefined) return;
    const { broke, pauseMs } = this.options;
    const broken = this.#consumer;
    broke(fault, pauseMs);
    this.#restart = setTimeout(async () => {
      this.#restart = undefined;
      await broken?.disconnect().catch(() => undefined);
      if (!this.#stopped) await this.start();
    }, pauseMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#restart);
    await this.#consumer?.disconnect();
  }
}
