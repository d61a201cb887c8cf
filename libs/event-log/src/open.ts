import { UnknownAdapter } from '@masar/event-store';
import type { EventLog, EventLogOptions } from './port.js';

/**
 * Opens the log: `sqlite:<path>` is a view over the event store of the same URL, from any thread of its process;
 * `sqlite::memory:<name>` over the named memory of a store in this thread. The store must have been opened once before.
 * Rejects with `UnknownAdapter`.
 */
export const openEventLog = async (url: string, options: EventLogOptions = {}): Promise<EventLog> => {
  if (!url.startsWith('sqlite:')) throw new UnknownAdapter(url, ['sqlite:<path>'], ['kafka', 'kafka+ssl']);
  const { openSqliteEventLog } = await import('./sqlite/sqlite-event-log.js');
  return openSqliteEventLog(url, options);
};
