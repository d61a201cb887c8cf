import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@masar/event-store';
import { CLOCK, LOGGER, SETTINGS, type Clock, type Logger, type Settings } from '@masar/nest-kit';
import { CommandBus } from '../platform/command-bus.js';
import { EVENT_STORE } from '../platform/tokens.js';
import { loadDemonstration, type UntoldStory } from './load-demonstration.js';
import { ministryProgramme } from './stories/index.js';

/** `MASAR_DEMO=1`: an empty folder is filled with the demonstration programme before the first request is taken. */
@Module({})
export class DemonstrationModule implements OnApplicationBootstrap {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.demonstration) return;
    const { store, bus, settings, clock } = this;
    const restoreClock = (): void => store.setClock({ kind: 'offset', offsetMs: clock.offset() });
    const onUntold = (fault: UntoldStory): void =>
      this.logger.warn({ line: fault.message }, 'a line of the demonstration was left out');
    const commits = await loadDemonstration(ministryProgramme, {
      store,
      bus,
      zone: settings.zone,
      restoreClock,
      onUntold,
    });
    if (commits > 0) this.logger.info({ commits }, 'demonstration programme loaded');
  }
}
