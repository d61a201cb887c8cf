import { createCommandHandler, openEventStore, type CommandHandler, type EventStore } from '@masar/event-store';
import { openEventLog, type EventLog } from '@masar/event-log';
import { isDirectoryStream } from '@masar/directory';
import { SettingFault, type Clock, type Settings } from '@masar/nest-kit';
import { CommandBus } from './command-bus.js';
import { StoreDirectory, type DirectoryService } from './directory-service.js';

/** What every service of one process stands on. */
export interface Platform {
  readonly store: EventStore;
  readonly log: EventLog;
  readonly handler: CommandHandler;
  readonly bus: CommandBus;
  readonly directory: DirectoryService;
  readonly clock: Clock;
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

/**
 * Opens the truth, the log over it and the directory. Rejects with `FolderInUse` when another process works on the folder,
 * and with `SettingFault` when MASAR_TODAY is set over a store that holds real work.
 */
export const openPlatform = async (
  settings: Settings,
  clock: Clock,
  options: PlatformOptions = {},
): Promise<Platform> => {
  const { directory } = options;
  const store = await openEventStore(settings.eventStore, { clock: { kind: 'offset', offsetMs: clock.offset() } });
  try {
    if (settings.today !== undefined && !(await mayMoveToday(settings, store, options))) {
      throw new SettingFault('MASAR_TODAY', settings.today, 'an empty or demonstration store, or MASAR_ALLOW_TODAY=1');
    }
    const log = await openEventLog(settings.eventLog === 'sqlite:' ? settings.eventStore : settings.eventLog);
    const bus = new CommandBus();
    const own = new StoreDirectory(store, settings.zone);
    if (!directory) {
      await own.load();
      bus.onCommitted((stream, events) => void (isDirectoryStream(stream) && own.learn(events)));
    }
    const stopMoving = clock.onMoved((offsetMs) => store.setClock({ kind: 'offset', offsetMs }));
    const close = async () => {
      stopMoving();
      await log.close();
      await store.close();
    };
    return { store, log, handler: createCommandHandler(store), bus, directory: directory ?? own, clock, close };
  } catch (fault) {
    await store.close();
    throw fault;
  }
};
