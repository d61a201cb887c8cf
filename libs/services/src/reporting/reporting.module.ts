import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { CommandHandler, EventStore } from '@masar/event-store';
import type { EventLog } from '@masar/event-log';
import {
  CLOCK,
  LOGGER,
  METRICS,
  READINESS,
  SETTINGS,
  type Clock,
  type Logger,
  type Metrics,
  type Readiness,
  type Settings,
} from '@masar/nest-kit';
import { COMMAND_HANDLER, EVENT_LOG, EVENT_STORE } from '../platform/tokens.js';
import { InboxController } from './inbox/inbox.controller.js';
import { ExportController } from './http/export.controller.js';
import { FeedController } from './http/feed.controller.js';
import { LiveController } from './http/live.controller.js';
import { LiveLines } from './http/live-lines.js';
import { Looks } from './http/looks.js';
import { ReportingMaintenanceController } from './http/maintenance.controller.js';
import { CalendarChangeController } from './http/calendar-change.controller.js';
import { PortfolioController } from './http/portfolio.controller.js';
import { ReadDesk } from './http/read-desk.js';
import { TimelinesController } from './http/timelines.controller.js';
import { REPORTING } from './http/tokens.js';
import { notReady } from './projector/status.js';
import { openReporting, type Reporting } from './runtime/open-reporting.js';
import { countReporting } from './runtime/reporting-metrics.js';

const logAddress = ({ eventLog, eventStore }: Settings): string => (eventLog === 'sqlite:' ? eventStore : eventLog);
const dayTimerMs = 1_000;

/** Reporting: history, facts, rows and every read of them. */
@Module({})
export class ReportingModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #ticking = false;

  constructor(
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(ReadDesk) private readonly desk: ReadDesk,
    @Inject(LiveLines) private readonly lines: LiveLines,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Metrics,
    @Inject(READINESS) readiness: Readiness,
  ) {
    countReporting(metrics, reporting, lines);
    readiness.register('reporting', () => notReady(reporting.status()));
  }

  static of(): DynamicModule {
    return {
      module: ReportingModule,
      controllers: [
        TimelinesController,
        CalendarChangeController,
        PortfolioController,
        ExportController,
        LiveController,
        FeedController,
        InboxController,
        ReportingMaintenanceController,
      ],
      providers: [
        {
          provide: REPORTING,
          inject: [SETTINGS, { token: EVENT_LOG, optional: true }, LOGGER],
          useFactory: (settings: Settings, log: EventLog | undefined, logger: Logger) =>
            openReporting({
              eventLog: logAddress(settings),
              eventStore: settings.eventStore,
              readModels: settings.readModels,
              zone: settings.zone,
              ...(log ? { log } : {}),
              onFault: (fault) =>
                logger.error({ fault: fault.stack }, 'a thread of reporting ended and is started again'),
            }),
        },
        {
          provide: ReadDesk,
          inject: [REPORTING, CLOCK, SETTINGS, EVENT_STORE],
          useFactory: (reporting: Reporting, clock: Clock, { zone }: Settings, store: EventStore) =>
            new ReadDesk(reporting, clock, zone, store),
        },
        {
          provide: Looks,
          inject: [EVENT_STORE, COMMAND_HANDLER, SETTINGS],
          useFactory: (store: EventStore, handler: CommandHandler, { zone }: Settings) =>
            new Looks(store, handler, zone),
        },
        {
          provide: LiveLines,
          inject: [REPORTING, ReadDesk],
          useFactory: (reporting: Reporting, desk: ReadDesk) =>
            new LiveLines({
              ask: (question) => desk.ask(question),
              now: () => desk.now(),
              onChanged: (listener) => reporting.onChanged(listener),
            }),
        },
      ],
      exports: [REPORTING, ReadDesk],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.desk.tick();
    this.#timer = setInterval(() => void this.#tick(), dayTimerMs).unref();
  }

  /** Time alone changes rows: the day turns in each zone though nobody asks. */
  async #tick(): Promise<void> {
    if (this.#ticking) return;
    this.#ticking = true;
    try {
      await this.desk.tick();
    } catch (fault) {
      this.logger.warn({ fault: String(fault) }, 'the day could not turn; tried again');
    } finally {
      this.#ticking = false;
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
    this.lines.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reporting.close();
  }
}
