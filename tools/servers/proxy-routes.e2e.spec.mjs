import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasNginx, proxiedServices, startProxy } from './proxy.mjs';
import { startInstance } from './proxy/recording-instance.mjs';
import { servedBy } from './proxy/service-routes.mjs';

if (!hasNginx) process.stderr.write('\n>>> nginx is not installed. THE TESTS OF THE PROXY ARE SKIPPED\n');
const { paths } = JSON.parse(readFileSync('docs/reference/openapi.json', 'utf8'));

/** What a browser sees who opens the bare address: the page, in a cluster and in one process. */
const isPage = (path) => path === '/';
/** Told to those inside only, by each process of itself. */
const isForThoseInside = (path) => path === '/metrics' || path.startsWith('/health/');
const filledIn = (path) => path.replaceAll(/\{\w+\}/g, 'x-1');
const requests = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
);

(hasNginx ? describe : describe.skip)('a path of the description', () => {
  let proxy;
  let instances;
  /** Service → the paths it says it serves. */
  let served;
  const reached = async ({ path, method }) => {
    const answer = await fetch(proxy.url + filledIn(path), { method });
    return answer.ok ? (await answer.json()).service : answer.status;
  };

  beforeAll(async () => {
    instances = await Promise.all(proxiedServices.map((service) => startInstance(service)));
    proxy = await startProxy(Object.fromEntries(instances.map(({ url }, n) => [proxiedServices[n], [url]])));
    served = new Map();
    for (const service of proxiedServices) served.set(service, await servedBy(service));
  });
  afterAll(async () => {
    await proxy?.stop();
    for (const instance of instances) await instance.stop();
  });

  it('reaches a service that serves it', async () => {
    const astray = [];
    for (const request of requests) {
      if (isPage(request.path) || isForThoseInside(request.path) || request.path === '/api/openapi.json') continue;
      const service = await reached(request);
      if (!served.get(service)?.has(request.path)) astray.push(`${request.method} ${request.path} → ${service}`);
    }
    expect(astray).toEqual([]);
  });

  it('of the description itself is answered with the whole of it', async () => {
    const answer = await fetch(`${proxy.url}/api/openapi.json`);
    expect([answer.headers.get('content-type'), Object.keys((await answer.json()).paths)]).toEqual([
      'application/json',
      Object.keys(paths),
    ]);
  });

  it('that is for those inside reaches nobody; the proxy says of itself that it is there', async () => {
    const inside = requests.filter(({ path }) => isForThoseInside(path) && path !== '/health/live');
    expect(inside.length).toBeGreaterThan(0);
    for (const request of inside) expect(await reached(request)).toBe(404);
    for (const { asked } of instances) expect(asked.filter((line) => / \/(health|metrics)/.test(line))).toEqual([]);
    expect(await (await fetch(`${proxy.url}/health/live`)).json()).toEqual({ live: true });
  });

  it('reaches the one process that hosts every decider when it is for all kinds at once', async () => {
    expect(await reached({ path: '/api/batch', method: 'POST' })).toBe('imports');
  });
});
