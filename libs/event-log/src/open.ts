import { UnknownAdapter } from '@masar/event-store';
import type { EventBroker } from './broker-port.js';
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

/**
 * Opens the broker of a cluster: `kafka://host:port` or `kafka+ssl://user:password@host:port`; `log` hears what the driver
 * says of itself. Nothing is connected yet. Rejects with `UnknownAdapter`, or says what is wrong with the URL.
 */
export const openEventBroker = async (
  url: string,
  log?: (level: 'fault' | 'note', message: string) => void,
): Promise<EventBroker> => {
  if (!/^kafka(\+ssl)?:/.test(url)) throw new UnknownAdapter(url, ['kafka://host:port', 'kafka+ssl://host:port']);
  const { openKafkaBroker } = await import('./kafka/kafka-broker.js');
  return openKafkaBroker(url, log);
};
