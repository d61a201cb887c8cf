import { join } from 'node:path';
import { setImmediate } from 'node:timers';
import { Worker } from 'node:worker_threads';
import { fastify } from 'fastify';

/*
 * Both ceilings in one process: the empty route, and the group commit with its SHA-256 chain on a writer thread, each answer after
 * its COMMIT. No validation beyond the schema, no rules, no reporting, no Nest: what a durable update over HTTP costs at the least.
 */
const worker = new Worker(new URL('sqlite-ceiling-writer.mjs', import.meta.url), {
  workerData: { path: join(process.argv[2], 'bare.db') },
});
let waiting = [];
let written = [];
const flush = () => {
  if (written.length > 0 || waiting.length === 0) return;
  [written, waiting] = [waiting, []];
  worker.postMessage(written.map(({ stream, text }) => ({ stream, text })));
};
worker.on('message', () => {
  for (const { resolve } of written) resolve();
  written = [];
  flush();
});

const schema = {
  body: { type: 'object', properties: { date: { type: 'string' }, reason: { type: 'string' } }, required: ['date'] },
};
const app = fastify();
app.post('/api/projects/:id/milestones/:milestone/forecast', { schema }, async ({ params, body }) => {
  const stream = `projects/${params.id}`;
  const text = JSON.stringify({ type: 'milestone.forecast.v1', stream, data: body, meta: 'm'.repeat(500) });
  await new Promise((resolve) => {
    waiting.push({ stream, text, resolve });
    if (waiting.length === 1) setImmediate(flush);
  });
  return { id: 'm-1', version: 1, position: `${stream}@1` };
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ port: app.server.address().port });
process.on('disconnect', () => process.exit(0));
