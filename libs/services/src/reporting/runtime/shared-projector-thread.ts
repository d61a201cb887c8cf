import { parentPort, workerData } from 'node:worker_threads';
import { openShared } from '../cluster/open-shared.js';
import { giveWay } from './give-way.js';
import { projectorHandlers, type ProjectorNews } from './projector-calls.js';
import { serveCalls, tellNews } from './thread-calls.js';
import type { ThreadStart } from './thread-start.js';

/** The thread that keeps what the broker delivers and, when it is this process's turn, writes reporting's documents. */
const port = parentPort!;
const tell = (news: ProjectorNews): void => tellNews(port, news);

const { projector, close } = await openShared(workerData as ThreadStart, tell);

serveCalls(port, {
  ...projectorHandlers(projector),
  stop: async () => {
    await close();
    setImmediate(() => port.close());
  },
});
giveWay();
tell({ status: await projector.status() });
tell({ ready: true });
