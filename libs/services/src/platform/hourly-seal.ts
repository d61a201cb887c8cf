import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { sealStore, type EventStore } from '@masar/event-store';
import { LOGGER, METRICS, SETTINGS, type Logger, type Metrics, type Settings } from '@masar/nest-kit';
import { EVENT_STORE } from './tokens.js';

const everyMilliseconds = 60 * 60 * 1000;
/** The hour's turn is kept for most of the hour: the others, whose hours began at other minutes, pass theirs over. */
const turnMilliseconds = everyMilliseconds - 5 * 60 * 1000;

/**
 * Seals the truth once an hour (architecture, "Event store"): a signed digest over every stream's head, so that a cut tail or
 * a removed stream shows. Of several processes over one store one seals in each hour, whichever takes its turn first. A seal
 * that fails is logged and tried again an hour later; nothing waits for it.
 */
@Injectable()
export class HourlySeal implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.eventStore.startsWith('sqlite::memory:')) return;
    this.#timer = setInterval(() => void (this.#running = this.seal()), everyMilliseconds).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async seal(): Promise<void> {
    const seals = this.metrics.counter('masar_seals_total', 'Seals of the truth', ['outcome']);
    const { leases } = this.store;
    try {
      if (leases && !(await leases.take('seal', this.#holder, turnMilliseconds))) return;
      const { number, streams, events } = await sealStore(this.settings.eventStore, {
        keyFile: this.settings.sealKey,
        at: this.store.now(),
      });
      seals.inc({ outcome: 'sealed' });
      this.logger.info({ number, streams, events }, 'sealed');
    } catch (fault) {
      seals.inc({ outcome: 'failed' });
      this.logger.error({ err: fault }, 'the truth could not be sealed');
    }
  }
}
