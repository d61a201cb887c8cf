import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { now } from './process-figures.mjs';

/**
 * Appends a second from `clients` callers that each wait for their own acknowledgement, over node:sqlite with group commit on a
 * writer thread: what durability alone costs on this disk.
 */
export const sqliteCeiling = async ({ clients, seconds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-bench-'));
  const worker = new Worker(new URL('sqlite-ceiling-writer.mjs', import.meta.url), {
    workerData: { path: join(folder, 'ceiling.db') },
  });
  const text = JSON.stringify({
    type: 'milestone.forecast.v1',
    data: { date: '2026-03-01', reason: 'x'.repeat(40) },
    meta: 'm'.repeat(600),
  });
  const started = now();
  const cpuBefore = process.cpuUsage();
  let done = 0;
  let waiting = Array.from({ length: clients }, (_, client) => ({ stream: `projects/P-${client % 400}`, text }));
  await new Promise((resolve) => {
    worker.on('message', (count) => {
      done += count;
      if (now() - started > seconds * 1000) return resolve();
      worker.postMessage(waiting);
    });
    worker.postMessage(waiting);
  });
  const cpu = process.cpuUsage(cpuBefore);
  const elapsed = (now() - started) / 1000;
  await worker.terminate();
  rmSync(folder, { recursive: true });
  return { clients, perSecond: done / elapsed, cpuMilliseconds: (cpu.user + cpu.system) / 1000 / done };
};
