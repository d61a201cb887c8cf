import { parentPort, workerData } from 'node:worker_threads';
import { openReportingStore } from '@masar/read-models';
import { Reader } from '../queries/reader.js';
import { giveWay } from './give-way.js';
import { openLogToRead } from './open-log.js';
import { readerHandlers } from './reader-calls.js';
import { serveCalls, tellNews } from './thread-calls.js';
import type { ThreadStart } from './thread-start.js';

/** A thread that answers questions and formats exports; it writes nothing. */
const { eventLog, readModels, zone } = workerData as ThreadStart;
const port = parentPort!;

const store = await openReportingStore(readModels, { readOnly: true });
const log = await openLogToRead(eventLog, store);
const reader = new Reader({ log, models: store.readModels, history: store.history, defaultZone: zone });

serveCalls(port, {
  ...readerHandlers(reader),
  stop: async () => {
    await log.close();
    await store.close();
    setImmediate(() => port.close());
  },
});
giveWay();
tellNews(port, { ready: true });
