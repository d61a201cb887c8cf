import { Worker } from 'node:worker_threads';
import type { MaintenanceWork } from './maintenance-thread.js';

const threadUrl = new URL(
  import.meta.url.endsWith('.ts') ? './maintenance-thread.ts' : './maintenance-thread.js',
  import.meta.url,
);

/** Does the work in a thread of its own and answers what it answered, or rejects with its fault. */
export const performApart = <T>(work: MaintenanceWork): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(threadUrl, { workerData: work });
    worker.once('message', (answer) => resolve(answer as T));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${work.work} ended without an answer`)));
  });
