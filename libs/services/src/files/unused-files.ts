import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@masar/event-store';
import { LOGGER, type Logger } from '@masar/nest-kit';
import { HourlyWork } from '../platform/hourly-work.js';
import { EVENT_STORE } from '../platform/tokens.js';
import { EvidenceDesk } from './evidence-desk.js';
import type { FileStore } from './file-store.js';
import { FILES } from './tokens.js';

const hour = 60 * 60_000;
const day = 24 * hour;
const atOnce = 500;

/**
 * Once an hour: a use that came to nothing (its command was refused, or its process was killed before it was decided) is
 * released, and what nobody uses a day after it was brought or named last goes. A use that an event bears out is for life.
 */
export const clearUnused = async (files: FileStore, desk: EvidenceDesk, now = Date.now()): Promise<number> => {
  const before = now - hour;
  for (const use of await files.unconfirmed(before, atOnce)) {
    if (await desk.naming(use)) await files.confirm(use.sha256, use.stream);
    // Held anew while its stream was looked through, it is for a command that is being decided.
    else await files.release(use.sha256, use.stream, before);
  }
  return files.dropUnused(now - day);
};

/** Runs it in one process at a time. */
@Injectable()
export class UnusedFiles implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #hourly: HourlyWork;

  constructor(
    @Inject(FILES) files: FileStore,
    @Inject(EvidenceDesk) desk: EvidenceDesk,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#hourly = new HourlyWork({
      name: 'unused-files',
      leases: store.leases,
      work: async () => {
        const dropped = await clearUnused(files, desk);
        if (dropped > 0) logger.info({ dropped }, 'files that nobody named were taken away');
      },
      onFault: (fault) =>
        logger.warn({ fault: String(fault) }, 'unused files could not be looked through; tried again in an hour'),
    });
  }

  onApplicationBootstrap(): void {
    this.#hourly.begin();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#hourly.end();
  }
}
