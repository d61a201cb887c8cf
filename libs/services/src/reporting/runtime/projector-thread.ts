import { parentPort, workerData } from 'node:worker_threads';
import { openEventLog } from '@masar/event-log';
import { openReportingStore } from '@masar/read-models';
import { Projector } from '../projector/projector.js';
import { giveWay } from './give-way.js';
import { projectorHandlers, type ProjectorNews } from './projector-calls.js';
import { serveCalls, tellNews } from './thread-calls.js';
import type { ThreadStart } from './thread-start.js';

/** The one thread that writes reporting's documents. */
const { eventLog, readModels, zone } = workerData as ThreadStart;
const port = parentPort!;
const tell = (news: ProjectorNews): void => tellNews(port, news);

const [log, store] = await Promise.all([openEventLog(eventLog), openReportingStore(readModels)]);
const projector = new Projector({
  log,
  models: store.readModels,
  history: store.history,
  defaultZone: zone,
  onChanges: () => tell({ changed: true }),
  onStatus: (status) => tell({ status }),
});
await projector.start();

serveCalls(port, {
  ...projectorHandlers(projector),
  stop: async () => {
    await projector.stop();
    await log.close();
    await store.close();
    setImmediate(() => port.close());
  },
});
giveWay();
tell({ status: projector.status() });
tell({ ready: true });
