import { createCommandHandler, openEventStore, type CommandHandler, type EventStore } from '@masar/event-store';
import type { EventLog } from '@masar/event-log';
import { requireWholeCluster, SettingFault, type Clock, type Settings } from '@masar/nest-kit';
import type { BrokerLink, OpenedBroker } from './cluster/broker-link.js';
import { CommandBus } from './command-bus.js';
import { StoreDirectory, type DirectoryService } from './directory-service.js';
import { openLog } from './open-log.js';

/** What every service of one process stands on. */
export interface Platform {
  readonly store: EventStore;
  /** A view over this store's commits; absent in a cluster, where a broker carries everybody's. */
  readonly log?: EventLog;
  /** Of a cluster. */
  readonly broker?: OpenedBroker;
  readonly handler: CommandHandler;
  readonly bus: CommandBus;
  readonly directory: DirectoryService;
  readonly clock: Clock;
  /** Whoever ties the process to its broker is stopped with the platform: after the requests, before the store. */
  linked(link: BrokerLink): BrokerLink;
  close(): Promise<void>;
}

export interface PlatformOptions {
  /** A directory kept elsewhere; absent: that of this store. */
  readonly directory?: DirectoryService;
  /** Whether a store holds nothing but the demonstration. */
  readonly isDemonstration?: (store: EventStore) => Promise<boolean>;
}

/** MASAR_TODAY only on an empty or demonstration store, or when it is allowed in so many words. */
const mayMoveToday = async (
  { allowToday }: Settings,
  store: EventStore,
  { isDemonstration }: PlatformOptions,
): Promise<boolean> =>
  allowToday || (await store.streams('', undefined, 1)).length === 0 || ((await isDemonstration?.(store)) ?? false);

const checkToday = async (settings: Settings, store: EventStore, options: PlatformOptions): Promise<void> => {
  if (settings.today !== undefined && !(await mayMoveToday(settings, store, options)))
    throw new SettingFault('MASAR_TODAY', settings.today, 'an empty or demonstration store, or MASAR_ALLOW_TODAY=1');
};

/** The directory of this store's own streams. In a cluster it is read again when others' commits are heard of. */
const ownDirectory = async (store: EventStore, zone: string, bus: CommandBus): Promise<DirectoryService> => {
  const own = new StoreDirectory(store, zone);
  await own.load();
  bus.onRecorded(own);
  return own;
};

/**
 * Opens the truth, the log over it and the directory. Rejects with `FolderInUse` when another process works on the folder,
 * and with `SettingFault` when MASAR_TODAY is set over a store that holds real work or only half of a cluster is named.
 */
export const openPlatform = async (
  settings: Settings,
  clock: Clock,
  options: PlatformOptions = {},
): Promise<Platform> => {
  requireWholeCluster(settings);
  const store = await openEventStore(settings.eventStore, { clock: { kind: 'offset', offsetMs: clock.offset() } });
  try {
    await checkToday(settings, store, options);
    const bus = new CommandBus();
    const directory = options.directory ?? (await ownDirectory(store, settings.zone, bus));
    const opened = await openLog(settings);
    const stopMoving = clock.onMoved((offsetMs) => store.setClock({ kind: 'offset', offsetMs }));
    let running: BrokerLink | undefined;
    const linked = (link: BrokerLink) => (running = link);
    const close = async () => {
      stopMoving();
      await running?.stop();
      await ('log' in opened ? opened.log : opened.broker.broker).close();
      await store.close();
    };
    return { store, ...opened, handler: createCommandHandler(store), bus, directory, clock, linked, close };
  } catch (fault) {
    await store.close();
    throw fault;
  }
};
