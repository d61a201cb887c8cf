import {
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '@masar/access';
import type { CommandHandler, EventStore } from '@masar/event-store';
import { LOGGER, type Logger } from '@masar/nest-kit';
import { CommandBus } from '../platform/command-bus.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { COMMAND_HANDLER, DIRECTORY, EVENT_STORE } from '../platform/tokens.js';
import { BusGateway } from './bus-gateway.js';
import { markReads } from './import-running.js';
import { ImportRuns } from './import-runs.js';
import { ImportService } from './import-service.js';
import { ImportTurns } from './import-turns.js';
import { ImportsController } from './imports.controller.js';
import type { Parser } from './parsing/parser.js';
import { threadParser } from './parsing/thread-parser.js';

const PARSER = Symbol('parser');

/** A resumed import continues a plan whose every command was rehearsed, by the rights of whoever gave the file, before the first was recorded. */
const resumedAs = (user: string, onBehalfOf?: string): Actor => ({
  ...{ user, roles: ['administrator'], onlyAccount: true },
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});

/** Imports by profiles, for a process that decides the registry and every kind of initiative. */
@Global()
@Module({
  controllers: [ImportsController],
  providers: [
    { provide: PARSER, useFactory: threadParser },
    {
      provide: ImportRuns,
      inject: [EVENT_STORE, COMMAND_HANDLER],
      useFactory: (store: EventStore, handler: CommandHandler) => new ImportRuns(store, handler),
    },
    {
      provide: ImportService,
      inject: [EVENT_STORE, COMMAND_HANDLER, CommandBus, DIRECTORY, ImportRuns, PARSER],
      useFactory: (
        store: EventStore,
        handler: CommandHandler,
        bus: CommandBus,
        directory: DirectoryService,
        runs: ImportRuns,
        parser: Parser,
      ) => {
        const gateway = new BusGateway({ store, handler, bus, directory });
        return new ImportService(gateway, runs, parser, new ImportTurns(store.leases));
      },
    },
  ],
  exports: [ImportService],
})
export class ImportsModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(ImportService) private readonly imports: ImportService,
    @Inject(PARSER) private readonly parser: Parser,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    markReads(this.host.httpAdapter.getInstance<FastifyInstance>(), this.imports);
  }

  /** What a crash left unfinished goes on beside the first requests. */
  onApplicationBootstrap(): void {
    const told = (id: string | undefined, fault: unknown) =>
      this.logger.error({ err: fault, import: id }, 'an unfinished import could not be resumed');
    void this.imports.resume(resumedAs, told).catch((fault: unknown) => told(undefined, fault));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.parser.close();
  }
}
