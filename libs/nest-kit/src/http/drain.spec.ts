import { afterEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Readiness } from '../health/readiness.js';
import { Drain } from './drain.js';

let app: FastifyInstance;
afterEach(() => app.close());

const serving = async () => {
  const readiness = new Readiness();
  app = fastify();
  const drain = new Drain(app, readiness);
  let release = () => {};
  let enter = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const entered = new Promise<void>((resolve) => (enter = resolve));
  app.get('/slow', async () => {
    enter();
    await held;
    return 'done';
  });
  app.get('/health/live', () => 'alive');
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { readiness, drain, release, entered, url };
};

describe('stopping', () => {
  it('refuses new requests, lets those under way finish, and answers probes', async () => {
    const { readiness, drain, release, entered, url } = await serving();
    const underWay = fetch(`${url}/slow`);
    await entered;
    readiness.stopping();
    const refused = await fetch(`${url}/slow`);
    expect([
      refused.status,
      refused.headers.get('retry-after'),
      ((await refused.json()) as { code: string }).code,
    ]).toEqual([503, '5', 'service/not-ready']);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const idle = drain.idle(5_000);
    release();
    expect(await (await underWay).text()).toBe('done');
    await idle;
  });

  it('waits no longer than told', async () => {
    const { drain, release, entered, url } = await serving();
    const underWay = fetch(`${url}/slow`);
    await entered;
    await drain.idle(20);
    release();
    await underWay;
  });
});
