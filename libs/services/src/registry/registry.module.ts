import { Module } from '@nestjs/common';
import type { CommandHandler, EventStore } from '@masar/event-store';
import { CommandBus } from '../platform/command-bus.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { COMMAND_HANDLER, DIRECTORY, EVENT_STORE } from '../platform/tokens.js';
import { CalendarsController } from './calendars.controller.js';
import { DirectoryController } from './directory.controller.js';
import { EntitiesController } from './entities.controller.js';
import { LawPathsController } from './law-paths.controller.js';
import { RegistryCommands } from './registry-commands.js';

/** The registry: entities, calendars and law paths. */
@Module({
  controllers: [EntitiesController, CalendarsController, LawPathsController, DirectoryController],
  providers: [
    {
      provide: RegistryCommands,
      inject: [COMMAND_HANDLER, DIRECTORY, CommandBus, EVENT_STORE],
      useFactory: (handler: CommandHandler, directory: DirectoryService, bus: CommandBus, store: EventStore) =>
        new RegistryCommands({ handler, directory, bus, store }),
    },
  ],
})
export class RegistryModule {}
