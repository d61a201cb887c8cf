import { initiativeKinds, type AnyRecordedEvent, type Instant, type StreamName } from '@masar/contracts';
import type { Actor } from '@masar/access';
import { createCommandHandler, openEventStore, type EventStore } from '@masar/event-store';
import { profileByName, readFile } from '@masar/import';
import { InitiativeCommands } from '../../initiatives/initiative-commands.js';
import { CommandBus } from '../../platform/command-bus.js';
import { PartnerCommands } from '../../partners/partner-commands.js';
import { StoreDirectory } from '../../platform/directory-service.js';
import { RegistryCommands } from '../../registry/registry-commands.js';
import { BusGateway } from '../bus-gateway.js';
import { ImportRuns } from '../import-runs.js';
import { ImportService } from '../import-service.js';
import type { ImportGateway } from '../import-gateway.js';
import type { Parser } from '../parsing/parser.js';

export const administrator: Actor = { user: 'admin', roles: ['administrator'], onlyAccount: true };

/** Reads on the calling thread. */
const parserHere: Parser = {
  read: async (bytes, profile, facts) => readFile(bytes, profileByName(profile)!, facts),
  close: async () => undefined,
};

export interface House {
  readonly store: EventStore;
  readonly imports: ImportService;
  readonly gateway: ImportGateway;
  readonly bus: CommandBus;
  readonly events: (stream: StreamName) => Promise<readonly AnyRecordedEvent[]>;
  readonly streams: (prefix: string) => Promise<readonly StreamName[]>;
}

/** A whole command side over a store in memory, at an instant; `around` may put something between imports and the house. */
export const houseInMemory = async (
  at: Instant,
  options: { readonly around?: (gateway: ImportGateway) => ImportGateway; readonly store?: EventStore } = {},
): Promise<House> => {
  const store = options.store ?? (await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at } }));
  const handler = createCommandHandler(store);
  const bus = new CommandBus();
  const directory = new StoreDirectory(store, 'Africa/Cairo');
  await directory.load();
  bus.onRecorded(directory);
  const around = { handler, directory, bus, store };
  for (const kind of initiativeKinds) new InitiativeCommands(kind, around);
  new RegistryCommands(around);
  new PartnerCommands(around);
  const bare = new BusGateway({ store, handler, bus, directory });
  const gateway = options.around?.(bare) ?? bare;
  const imports = new ImportService(gateway, new ImportRuns(store, handler), parserHere);
  return {
    store,
    imports,
    gateway,
    bus,
    events: (stream) => store.read(stream, 0, 10_000),
    streams: (prefix) => store.streams(prefix, undefined, 100_000),
  };
};
