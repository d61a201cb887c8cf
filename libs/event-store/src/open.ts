import type { StoreClock } from './clock.js';
import { UnknownAdapter } from './faults.js';
import type { EventStore } from './port.js';

export interface EventStoreOptions {
  /** Default: the machine's clock. */
  readonly clock?: StoreClock;
  /** Take the data folder for this process alone (default true); a second process gets `FolderInUse`. */
  readonly lock?: boolean;
  /** Pages the file may have; only tests of a full disk set it. */
  readonly maxPages?: number;
}

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
