import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@masar/event-store';
import { LOGGER, type Logger } from '@masar/nest-kit';
import { EVENT_STORE } from '../platform/tokens.js';
import { EvidenceDesk } from './evidence-desk.js';
import type { FileStore } from './file-store.js';
import { FILES } from './tokens.js';

const hour = 60 * 60_000;
const day = 24 * hour;
const atOnce = 500;
const lease = 'unused-files';

/**
 * Once an hour: a use that came to nothing (its command was refused, or its process was killed before it was decided) is
 * released, and what nobody uses a day after it was brought or named last goes. A use that an event bears out is for life.
 */
export const clearUnused = async (files: FileStore, desk: EvidenceDesk, now = Date.now()): Promise<number> => {
  for (const use of await files.unconfirmed(now - hour, atOnce)) {
    if (await desk.naming(use)) await files.confirm(use.sha256, use.stream);
    else await files.release(use.sha256, use.stream);
  }
  return files.dropUnused(now - day);
};

/** Runs it in one process at a time. */
@Injectable()
export class UnusedFiles implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();

  constructor(
    @Inject(FILES) private readonly files: FileStore,
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => (this.#working = this.#work()), hour).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }

  async #work(): Promise<void> {
    try {
      if (this.store.leases && !(await this.store.leases.take(lease, this.#holder, hour))) return;
      const dropped = await clearUnused(this.files, this.desk);
      if (dropped > 0) this.logger.info({ dropped }, 'files that nobody named were taken away');
    } catch (fault) {
      this.logger.warn({ fault: String(fault) }, 'unused files could not be looked through; tried again in an hour');
    }
  }
}
