import { randomUUID } from 'node:crypto';
import { Inject, Module, type BeforeApplicationShutdown, type DynamicModule } from '@nestjs/common';
import type { EventStore } from '@masar/event-store';
import { LOGGER, METRICS, SETTINGS, type Logger, type Metrics, type Settings } from '@masar/nest-kit';
import { EVENT_STORE } from '../platform/tokens.js';
import { AuditController } from './audit.controller.js';
import type { HeldAudit } from './open-audit.js';
import { AUDIT_RECORDS } from './tokens.js';

const HELD = Symbol('held audit');
const hour = 60 * 60_000;
const day = 24 * hour;
const lease = 'audit-retention';

/** The audit of a process, counted; where people sign in it is read, and goes when its time is over. */
@Module({})
export class AuditModule implements BeforeApplicationShutdown {
  readonly #holder = randomUUID();
  readonly #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();

  constructor(
    @Inject(HELD) private readonly held: HeldAudit & { readonly isServed: boolean },
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Metrics,
  ) {
    const { writer } = held;
    metrics.gauge('masar_audit_waiting_lines', 'Lines of the audit that wait for their disk', [], (gauge) =>
      gauge.set(writer.waiting),
    );
    metrics.gauge('masar_audit_lost_lines', 'Lines of the audit past keeping since the process began', [], (gauge) =>
      gauge.set(writer.lost),
    );
    if (held.isServed) this.#timer = setInterval(() => (this.#working = this.#dropOld()), hour).unref();
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

  async #dropOld(): Promise<void> {
    try {
      const { leases } = this.store;
      if (leases && !(await leases.take(lease, this.#holder, hour))) return;
      await this.held.records.drop(new Date(Date.now() - this.settings.auditDays * day).toISOString());
    } catch (fault) {
      this.logger.warn({ fault: String(fault) }, 'lines of the audit past their time could not be taken away');
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }
}
