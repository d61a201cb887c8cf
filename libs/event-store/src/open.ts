import { UnknownAdapter } from './faults.js';
import type { EventStore, EventStoreOptions } from './port.js';

type OpenStore = (url: string, options: EventStoreOptions) => Promise<EventStore>;

/** Drivers are loaded by who needs them: a standalone never reads a line of MongoDB's. */
const adapters: Readonly<Record<string, () => Promise<OpenStore>>> = {
  sqlite: async () => (await import('./sqlite/sqlite-event-store.js')).openSqliteEventStore,
  mongodb: async () => (await import('./mongo/mongo-event-store.js')).openMongoEventStore,
  'mongodb+srv': async () => (await import('./mongo/mongo-event-store.js')).openMongoEventStore,
};

/**
 * Opens the truth: `sqlite:<path>` (made when missing), `sqlite::memory:` (its own, gone at close),
 * `sqlite::memory:<name>` (shared with an event log of the same URL in this thread), or `mongodb://host:port/<database>`
 * (`mongodb+srv:` too; several processes at once). Rejects with `UnknownAdapter`, `FolderInUse` or `StorageUnavailable`.
 */
export const openEventStore = async (url: string, options: EventStoreOptions = {}): Promise<EventStore> => {
  const adapter = adapters[url.slice(0, Math.max(0, url.indexOf(':')))];
  if (adapter === undefined) throw new UnknownAdapter(url, ['sqlite:<path>', 'mongodb://<host>/<database>']);
  return (await adapter())(url, options);
};
