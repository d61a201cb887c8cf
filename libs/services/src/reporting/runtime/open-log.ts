import { openEventLog, type EventLog } from '@masar/event-log';
import type { ReportingStore } from '@masar/read-models';
import { HistoryLog } from '../delivery/history-log.js';

/** The log a reader reads: of the commits themselves where there is one, else of what was kept of a broker's deliveries. */
export const openLogToRead = async (address: string, { readModels, history }: ReportingStore): Promise<EventLog> =>
  address.startsWith('sqlite:') ? openEventLog(address) : new HistoryLog(readModels, history);
