import { TopicFault, type EventBroker, type EventRelay } from '@masar/event-log';
import type { EventStore } from '@masar/event-store';
import type { Logger, Metrics, Readiness } from '@masar/nest-kit';
import type { CommandBus } from '../command-bus.js';
import { RecordedElsewhere } from './recorded-elsewhere.js';
import { RelayFigures } from './relay-figures.js';
import { TopicsAsserted } from './topics-asserted.js';

/** The broker of a process, and what its driver says of itself. */
export interface OpenedBroker {
  readonly broker: EventBroker;
  /** Hears the driver from now on. */
  hear(listener: (level: 'fault' | 'note', message: string) => void): void;
}

export interface LinkParts extends OpenedBroker {
  readonly store: EventStore;
  readonly bus: CommandBus;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
}

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/**
 * What ties a process of a cluster to the broker. All of it runs beside the requests: a broker that is away hinders no
 * command, what is committed meanwhile stays pending in the store. Only a process that has never yet seen the topics as they
 * must be is not ready.
 */
export class BrokerLink {
  readonly #topics: TopicsAsserted;
  readonly #figures: RelayFigures;
  #elsewhere: RecordedElsewhere | undefined;
  #following: string | undefined = 'others are not followed yet';
  #relay: EventRelay | undefined;
  #stopped = false;
  #running: Promise<void> | undefined;

  constructor(private readonly parts: LinkParts) {
    const { broker, readiness, metrics, logger, hear } = parts;
    this.#figures = new RelayFigures(metrics, logger);
    this.#topics = new TopicsAsserted(broker, { onFault: (fault) => this.#topicsAtFault(fault) });
    hear((level, message) =>
      level === 'fault' ? logger.debug({ message }, 'kafka') : logger.trace({ message }, 'kafka'),
    );
    readiness.register('event-log', () => this.#topics.fault());
    readiness.note('relay', () => this.#figures.standing());
    readiness.note('recorded-elsewhere', () => this.#following);
  }

  /** Called when every service has said what it keeps in memory; returns at once. */
  start(): void {
    this.#running ??= this.#run().catch((fault: unknown) =>
      this.parts.logger.error({ err: fault }, 'the link to the broker ended'),
    );
  }

  /** Called when no request is under way any more, before broker and store are closed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#topics.stop();
    await this.#elsewhere?.stop();
    await this.#relay?.stop();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { broker, store } = this.parts;
    if (!(await this.#topics.asserted()) || this.#stopped) return;
    this.#relay = broker.relay(store.pending!, { meters: this.#figures });
    this.#relay.start();
    await this.#follow();
  }

  async #follow(): Promise<void> {
    const { broker, store, bus, logger, metrics } = this.parts;
    const pauses = metrics.counter('masar_follower_pauses_total', 'Rests of the follower of what others record');
    const onPause = (fault: unknown, pauseMs: number) => {
      pauses.inc();
      logger.warn({ because: wordsOf(fault), pauseMs }, 'what others record is not heard for a while');
    };
    this.#elsewhere = new RecordedElsewhere(broker, store, bus.recollections, onPause);
    try {
      await this.#elsewhere.follow();
      this.#following = undefined;
    } catch (fault) {
      if (!this.#stopped) throw fault;
    }
  }

  #topicsAtFault(fault: unknown): void {
    const { logger } = this.parts;
    if (fault instanceof TopicFault) logger.error({ faults: fault.faults }, 'topics are not as they must be');
    else logger.warn({ because: wordsOf(fault) }, 'topics could not be looked at');
  }
}
