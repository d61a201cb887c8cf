import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { sealStore, type EventStore } from '@masar/event-store';
import { LOGGER, METRICS, SETTINGS, type Logger, type Metrics, type Settings } from '@masar/nest-kit';
import { HourlyWork } from './hourly-work.js';
import { EVENT_STORE } from './tokens.js';

/**
 * Seals the truth once an hour (architecture, "Event store"): a signed digest over every stream's head, so that a cut tail or
 * a removed stream shows. Of several processes over one store one seals in each hour, whichever takes its turn first. A seal
 * that fails is logged and tried again an hour later; nothing waits for it.
 */
@Injectable()
export class HourlySeal implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #hourly: HourlyWork;
  readonly #seals;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Metrics,
  ) {
    this.#seals = metrics.counter('masar_seals_total', 'Seals of the truth', ['outcome']);
    this.#hourly = new HourlyWork({
      name: 'seal',
      leases: store.leases,
      work: () => this.#seal(),
      onFault: (fault) => {
        this.#seals.inc({ outcome: 'failed' });
        logger.error({ err: fault }, 'the truth could not be sealed');
      },
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.eventStore.startsWith('sqlite::memory:')) this.#hourly.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#hourly.end();
  }

  async #seal(): Promise<void> {
    const { number, streams, events } = await sealStore(this.settings.eventStore, {
      keyFile: this.settings.sealKey,
      at: this.store.now(),
    });
    this.#seals.inc({ outcome: 'sealed' });
    this.logger.info({ number, streams, events }, 'sealed');
  }
}
