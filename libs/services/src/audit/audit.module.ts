import { Inject, Module, type BeforeApplicationShutdown, type DynamicModule } from '@nestjs/common';
import type { EventStore } from '@masar/event-store';
import { LOGGER, METRICS, SETTINGS, type Logger, type Metrics, type Settings } from '@masar/nest-kit';
import { HourlyWork } from '../platform/hourly-work.js';
import { EVENT_STORE } from '../platform/tokens.js';
import { AuditController } from './audit.controller.js';
import type { HeldAudit } from './open-audit.js';
import { AUDIT_RECORDS } from './tokens.js';

const HELD = Symbol('held audit');
const day = 24 * 60 * 60_000;

/** The audit of a process, counted; where people sign in it is read, and goes when its time is over. */
@Module({})
export class AuditModule implements BeforeApplicationShutdown {
  readonly #hourly: HourlyWork;

  constructor(
    @Inject(HELD) held: HeldAudit & { readonly isServed: boolean },
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOGGER) logger: Logger,
    @Inject(METRICS) metrics: Metrics,
  ) {
    const { writer } = held;
    held.hearFaults((fault) => logger.error({ err: fault }, 'the thread of the audit has ended; it is started again'));
    metrics.gauge('masar_audit_waiting_lines', 'Lines of the audit that wait for their disk', [], (gauge) =>
      gauge.set(writer.waiting),
    );
    metrics.gauge('masar_audit_lost_lines', 'Lines of the audit past keeping since the process began', [], (gauge) =>
      gauge.set(writer.lost),
    );
    this.#hourly = new HourlyWork({
      name: 'audit-retention',
      leases: store.leases,
      work: async () => void (await held.records.drop(new Date(Date.now() - settings.auditDays * day).toISOString())),
      onFault: (fault) =>
        logger.warn({ fault: String(fault) }, 'lines of the audit past their time could not be taken away'),
    });
    if (held.isServed) this.#hourly.begin();
  }

  static of(held: HeldAudit, isServed: boolean): DynamicModule {
    return {
      module: AuditModule,
      controllers: isServed ? [AuditController] : [],
      providers: [
        { provide: HELD, useValue: { ...held, isServed } },
        { provide: AUDIT_RECORDS, useValue: held.records },
      ],
    };
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#hourly.end();
  }
}
