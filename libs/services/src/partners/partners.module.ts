import { Module } from '@nestjs/common';
import type { CommandHandler, EventStore } from '@masar/event-store';
import { LOGGER, type Logger } from '@masar/nest-kit';
import { CommandBus } from '../platform/command-bus.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { COMMAND_HANDLER, DIRECTORY, EVENT_STORE } from '../platform/tokens.js';
import { CommitmentsController } from './commitments.controller.js';
import { Feeding } from './feeding.js';
import { PartnerCommands } from './partner-commands.js';
import { PartnerInboxController } from './partner-inbox.controller.js';
import { PartnerReads } from './partner-reads.js';
import { PartnersController } from './partners.controller.js';

/** Private partners and the commitments between them and government, in either direction. */
@Module({
  controllers: [PartnersController, CommitmentsController, PartnerInboxController],
  providers: [
    {
      provide: PartnerCommands,
      inject: [COMMAND_HANDLER, DIRECTORY, CommandBus, EVENT_STORE],
      useFactory: (handler: CommandHandler, directory: DirectoryService, bus: CommandBus, store: EventStore) =>
        new PartnerCommands({ handler, directory, bus, store }),
    },
    {
      provide: Feeding,
      inject: [PartnerCommands, LOGGER],
      useFactory: (commands: PartnerCommands, logger: Logger) =>
        new Feeding(commands, (fault, stream) =>
          logger.warn({ stream, err: fault }, 'an initiative could not be told of a confirmed commitment yet'),
        ),
    },
    {
      provide: PartnerReads,
      inject: [PartnerCommands],
      useFactory: (commands: PartnerCommands) => new PartnerReads(commands),
    },
  ],
})
export class PartnersModule {}
