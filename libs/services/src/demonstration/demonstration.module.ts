import { Inject, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { LocalDate } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import { CLOCK, LOGGER, SETTINGS, type Clock, type Logger, type Settings } from '@masar/nest-kit';
import { CommandBus } from '../platform/command-bus.js';
import { EVENT_STORE } from '../platform/tokens.js';
import { beginningOf, countedFrom, loadDemonstration, type UntoldStory } from './load-demonstration.js';
import { ministryProgramme } from './stories/index.js';

/** `MASAR_DEMO=1`: an empty folder is filled with the demonstration programme before the first request is taken. */
@Module({})
export class DemonstrationModule implements OnModuleInit, OnApplicationBootstrap {
  #from: LocalDate | undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Time stands where the stories begin until they are told: a day that turns before would be told of by reporting without
   * what was still to happen.
   */
  async onModuleInit(): Promise<void> {
    if (!this.settings.demonstration) return;
    const { store, settings } = this;
    this.#from = await countedFrom(ministryProgramme, { store, zone: settings.zone });
    if (this.#from) store.setClock({ kind: 'fixed', at: beginningOf(ministryProgramme, this.#from) });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.#from === undefined) return;
    const { store, bus, settings, clock } = this;
    const restoreClock = (): void => store.setClock({ kind: 'offset', offsetMs: clock.offset() });
    const onUntold = (fault: UntoldStory): void =>
      this.logger.warn({ line: fault.message }, 'a line of the demonstration was left out');
    const commits = await loadDemonstration(
      ministryProgramme,
      {
        store,
        bus,
        zone: settings.zone,
        restoreClock,
        onUntold,
      },
      this.#from,
    );
    if (commits > 0) this.logger.info({ commits }, 'demonstration programme loaded');
  }
}
