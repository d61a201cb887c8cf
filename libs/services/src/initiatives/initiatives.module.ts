import { Inject, Module, type DynamicModule } from '@nestjs/common';
import type { InitiativeKind } from '@masar/contracts';
import type { CommandHandler, EventStore } from '@masar/event-store';
import { CommandBus } from '../platform/command-bus.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { COMMAND_HANDLER, DIRECTORY, EVENT_STORE } from '../platform/tokens.js';
import { commandController } from './command.controller.js';
import { InitiativeCommands } from './initiative-commands.js';
import { readController } from './read.controller.js';
import { InitiativeReads } from './initiative-reads.js';

/** The service of one kind of initiative: its commands, and reads of its own streams. */
@Module({})
export class InitiativesModule {
  static for(kind: InitiativeKind): DynamicModule {
    const commands = Symbol(`${kind} commands`);
    const reads = Symbol(`${kind} reads`);
    return {
      module: InitiativesModule,
      controllers: [commandController(kind, commands, Inject), readController(kind, reads, Inject)] as never,
      providers: [
        {
          provide: commands,
          inject: [COMMAND_HANDLER, DIRECTORY, CommandBus, EVENT_STORE],
          useFactory: (handler: CommandHandler, directory: DirectoryService, bus: CommandBus, store: EventStore) =>
            new InitiativeCommands(kind, { handler, directory, bus, store }),
        },
        {
          provide: reads,
          inject: [commands, EVENT_STORE, CommandBus],
          useFactory: (own: InitiativeCommands, store: EventStore, bus: CommandBus) =>
            new InitiativeReads(own, store, bus),
        },
      ],
    };
  }
}
