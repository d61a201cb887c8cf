import { randomUUID } from 'node:crypto';
import type { BeforeApplicationShutdown, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Leases } from '@masar/event-store';
import type { Logger, Metrics } from '@masar/nest-kit';
import { underLease } from '../platform/under-lease.js';
import type { WebhookOwners } from './webhook-owners.js';
import type { WebhookSender } from './webhook-sender.js';
import type { WebhookRecords } from './webhook.js';

export interface SendingRoom {
  /** Absent where no key is set: nothing is sent. */
  readonly sender: WebhookSender | undefined;
  readonly records: WebhookRecords;
  readonly owners: WebhookOwners;
  /** Absent where one process has the store for itself. */
  readonly leases: Leases | undefined;
  readonly logger: Pick<Logger, 'warn'>;
  readonly metrics: Metrics;
  /** For how long the turn is taken each time; renewed while a round lasts. */
  readonly leaseMs?: number;
}

const lookEveryMs = 500;
const usualLeaseMs = 30_000;
const restMs = 5_000;
const lease = 'webhooks';

/**
 * Sends while the process runs, in one process of a cluster at a time. The turn saves work; that how far a webhook has come
 * is written over by nobody who did not see it last, its revision holds.
 */
export class SendingTurns implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly room: SendingRoom) {
    room.metrics.gauge('masar_webhooks', 'Webhooks by state', ['state'], async (gauge) => {
      const all = (await room.records.list()).map(({ webhook }) => webhook);
      gauge.set({ state: 'disabled' }, all.filter(({ disabled }) => disabled).length);
      gauge.set({ state: 'failing' }, all.filter(({ failing }) => failing).length);
      gauge.set({ state: 'enabled' }, all.filter(({ disabled, failing }) => !disabled && !failing).length);
    });
  }

  onApplicationBootstrap(): void {
    if (this.room.sender) this.#next(lookEveryMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
    await this.room.leases?.end(lease, this.#holder).catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.room.records.close();
    await this.room.owners.close();
  }

  #next(inMs: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#working = this.#turn().then((pauseMs) => this.#next(pauseMs));
    }, inMs).unref();
  }

  /** Answers when to look again, milliseconds. */
  async #turn(): Promise<number> {
    try {
      const { sender, leases, leaseMs: forMs = usualLeaseMs } = this.room;
      const wanted = { name: lease, holder: this.#holder, forMs };
      const hasMore = await underLease(leases, wanted, (isLost) => sender!.turn(() => this.#stopped || isLost()));
      if (hasMore === undefined) return restMs;
      return hasMore ? 0 : lookEveryMs;
    } catch (fault) {
      this.room.logger.warn({ fault: String(fault) }, 'webhooks could not be sent to; tried again');
      return restMs;
    }
  }
}
