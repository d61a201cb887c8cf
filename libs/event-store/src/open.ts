import { UnknownAdapter } from './faults.js';
import type { EventStore, EventStoreOptions } from './port.js';

/**
 * Opens the truth: `sqlite:<path>` (made when missing), `sqlite::memory:` (its own, gone at close) or
 * `sqlite::memory:<name>` (shared with an event log of the same URL in this thread).
 * Rejects with `UnknownAdapter` or `FolderInUse`.
 */
export const openEventStore = async (url: string, options: EventStoreOptions = {}): Promise<EventStore> => {
  if (!url.startsWith('sqlite:')) throw new UnknownAdapter(url, ['sqlite:<path>'], ['mongodb', 'mongodb+srv']);
  const { openSqliteEventStore } = await import('./sqlite/sqlite-event-store.js');
  return openSqliteEventStore(url, options);
};
