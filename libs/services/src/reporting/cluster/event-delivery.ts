import { randomUUID } from 'node:crypto';
import type { EventBroker, EventConsumer, PartitionPlace, Pause, UndecodableRecord } from '@masar/event-log';
import type { ReadModels } from '@masar/read-models';
import type { EventIntake } from '../delivery/event-intake.js';

/** How this process gets on with the broker, for metrics. */
export interface DeliveryStatus {
  /** Events in the topics that no process has kept yet; undefined while the broker does not answer. */
  readonly undelivered?: number;
  /** Partitions that are this process's. */
  readonly partitions: number;
  /** Records that are no events of ours, since the start. */
  readonly undecodable: number;
  /** Why deliveries rest, where they do. */
  readonly paused?: string;
}

export interface DeliveryPorts {
  readonly broker: EventBroker;
  readonly models: ReadModels;
  readonly intake: EventIntake;
  /** Something new was kept. */
  readonly onKept: () => void;
  readonly tell: (status: DeliveryStatus) => void;
}

const collection = 'delivery-group@1';
const measureEveryMs = 5_000;
const againAfterMs = 2_000;

/**
 * The group of this history: named in it, once. Another history, or this one after it was dropped, is a group of its own
 * and is given everything from the beginning.
 */
const groupOf = async (models: ReadModels): Promise<string> => {
  await models.declare({ name: collection, fields: {}, indexes: [] });
  for (;;) {
    const found = await models.get<{ readonly group: string }>(collection, 'group');
    if (found) return found.body.group;
    const body = { group: `masar-reporting-${randomUUID()}` };
    await models.write([{ op: 'put', collection, id: 'group', expected: 0, fields: {}, body }]);
  }
};

const nameOf = (place: PartitionPlace | undefined): string => (place ? `${place.topic}/${place.partition}` : 'all');

/** This process's part in keeping what the broker delivers. The broker may be away: what is kept can be read all the same. */
export class EventDelivery {
  #consumer: EventConsumer | undefined;
  #group = '';
  #undecodable = 0;
  #undelivered: number | undefined;
  /** What rests, and why: partitions by name, or everything. */
  readonly #resting = new Map<string, string>();
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #starting: Promise<void> = Promise.resolve();

  constructor(private readonly ports: DeliveryPorts) {}

  /** Resolves at once when storage answers; the broker is tried until it does. */
  async start(): Promise<void> {
    const { models, intake } = this.ports;
    await intake.meetEpoch();
    this.#group = await groupOf(models);
    this.#say();
    this.#starting = this.#join();
    this.#timer = setInterval(() => void this.#measure(), measureEveryMs).unref();
  }

  async #join(): Promise<void> {
    const { broker, intake, onKept } = this.ports;
    while (!this.#stopped) {
      try {
        await broker.assertTopics();
        break;
      } catch (fault) {
        this.#rests({ fault });
        await new Promise((resolve) => setTimeout(resolve, againAfterMs).unref());
      }
    }
    if (this.#stopped) return;
    this.#allGoOn();
    this.#consumer = broker.consumer({
      group: this.#group,
      deliver: async (delivery) => void ((await intake.keep(delivery)) > 0 && onKept()),
      // Folding is the turn of one process, which looks at what all have kept.
      fold: async () => undefined,
      undecodable: (record) => this.#passOver(record),
      // Whoever was given partitions is a member again, whatever went wrong before.
      assigned: async () => this.#allGoOn(),
      onPause: (pause) => this.#rests(pause),
      onResume: (place) => this.#goesOn(place),
    });
    await this.#consumer.start();
  }

  #passOver(_record: UndecodableRecord): void {
    this.#undecodable += 1;
    this.#say();
  }

  #rests({ fault, place }: Pick<Pause, 'fault' | 'place'>): void {
    this.#resting.set(nameOf(place), fault instanceof Error ? fault.message : String(fault));
    this.#say();
  }

  #goesOn(place: PartitionPlace): void {
    this.#resting.delete(nameOf(place));
    this.#say();
  }

  #allGoOn(): void {
    this.#resting.clear();
    this.#say();
  }

  async #measure(): Promise<void> {
    try {
      const partitions = await this.ports.broker.lag(this.#group);
      this.#undelivered = partitions.reduce((sum, { lag }) => sum + lag, 0);
    } catch {
      this.#undelivered = undefined;
    }
    this.#say();
  }

  #say(): void {
    const [paused] = this.#resting.values();
    this.ports.tell({
      ...(this.#undelivered === undefined ? {} : { undelivered: this.#undelivered }),
      partitions: this.#consumer?.assignment().length ?? 0,
      undecodable: this.#undecodable,
      ...(paused === undefined ? {} : { paused }),
    });
  }

  /** Finishes what it is keeping and leaves the group. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#consumer?.stop();
    await this.#starting;
  }
}
