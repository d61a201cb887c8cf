import { request as send } from 'node:http';
import { TextDecoderStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { problemOf } from '@masar/nest-kit';
import { hasNginx, startProxy } from './proxy.mjs';
import { startInstance } from './proxy/recording-instance.mjs';

const suite = hasNginx ? describe : describe.skip;
const running = [];
afterEach(async () => {
  for (const { stop } of running.splice(0).reverse()) await stop();
});

const instance = async (service, answer) => {
  const started = await startInstance(service, answer);
  running.push(started);
  return started;
};
const proxyOf = async (groups) => {
  const proxy = await startProxy(
    Object.fromEntries(Object.entries(groups).map(([service, group]) => [service, group.map(({ url }) => url)])),
  );
  running.push(proxy);
  return proxy.url;
};
const kindless = { 'content-type': 'application/octet-stream' };

suite('a request through the proxy', () => {
  it('arrives as it was sent, and says where it came from', async () => {
    const url = await proxyOf({ laws: [await instance('laws')] });
    const answer = await fetch(`${url}/api/laws/L%2F7%20x/events?cursor=a%2Bb&limit=2`, {
      headers: { 'idempotency-key': 'k-1', 'if-match': '"3"', 'x-forwarded-for': '203.0.113.9' },
    });
    const { method, url: arrived, headers } = await answer.json();
    expect([method, arrived]).toEqual(['GET', '/api/laws/L%2F7%20x/events?cursor=a%2Bb&limit=2']);
    expect(headers).toMatchObject({
      host: new URL(url).host,
      'idempotency-key': 'k-1',
      'if-match': '"3"',
      'x-forwarded-for': '203.0.113.9, 127.0.0.1',
      'x-forwarded-host': new URL(url).host,
      'x-forwarded-proto': 'http',
    });
  });

  it('gets the answer of the service as it is, a refusal too', async () => {
    const refuse = (_request, response) => {
      response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '9', etag: '"7"' });
      response.end('{"code":"its/own"}');
    };
    const url = await proxyOf({ projects: [await instance('projects', refuse)] });
    const answer = await fetch(`${url}/api/projects`);
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('etag')]).toEqual([503, '9', '"7"']);
    expect(await answer.json()).toEqual({ code: 'its/own' });
  });

  it('is no larger than commands are, unless it is a file', async () => {
    const url = await proxyOf({ projects: [await instance('projects')], imports: [await instance('imports')] });
    const body = Buffer.alloc(3_000_000, 'x');
    const post = (path) =>
      fetch(url + path, { method: 'POST', body, headers: { ...kindless, 'accept-language': 'en' } });
    const refused = await post('/api/projects');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await refused.json()).toEqual(problemOf('body/too-large', 'en'));
    expect(await (await post('/api/imports?profile=p')).json()).toMatchObject({ bytes: 3_000_000 });
  });

  it('with a file flows while it is sent', async () => {
    let heard;
    const first = new Promise((resolve) => (heard = resolve));
    const listen = (request, response) => {
      request.once('data', (part) => heard(String(part)));
      request.on('end', () => response.end('all'));
      request.resume();
    };
    const url = new URL(await proxyOf({ imports: [await instance('imports', listen)] }));
    const upload = send({
      host: url.hostname,
      port: url.port,
      method: 'POST',
      path: '/api/imports',
      headers: kindless,
    });
    const answered = new Promise((resolve) => upload.once('response', resolve));
    upload.write('first row');
    expect(await first).toBe('first row');
    upload.end('second row');
    expect((await answered).statusCode).toBe(200);
  });

  it('for live lines hears each as it is told', async () => {
    let tell;
    const live = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: one\n\n');
      tell = (text) => response.end(text);
    };
    const url = await proxyOf({ reporting: [await instance('reporting', live)] });
    const answer = await fetch(`${url}/api/live`, { headers: { 'accept-encoding': 'gzip' } });
    const lines = answer.body.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('data: one\n\n');
    tell('data: two\n\n');
    expect((await lines.next()).value).toBe('data: two\n\n');
    expect((await lines.next()).done).toBe(true);
  });

  it('is compressed for whoever takes that', async () => {
    const long = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ text: 'x'.repeat(20_000) }));
    };
    const url = await proxyOf({ reporting: [await instance('reporting', long)] });
    const answer = await fetch(`${url}/api/portfolio`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect((await answer.json()).text).toHaveLength(20_000);
  });
});

suite('instances', () => {
  it('share the work; one that is gone is passed over, and gets work again when it is back', async () => {
    const [one, other] = [await instance('projects'), await instance('projects')];
    const url = await proxyOf({ projects: [one, other] });
    const ask = async (times, method = 'GET') => {
      for (let n = 0; n < times; n += 1) expect((await fetch(`${url}/api/projects`, { method })).status).toBe(200);
    };
    await ask(10);
    expect([one.asked.length, other.asked.length]).toEqual([5, 5]);
    await one.stop();
    // Never sent to anybody, so a command may go elsewhere too.
    await pause(50);
    await ask(10);
    await ask(10, 'POST');
    expect([one.asked.length, other.asked.length]).toEqual([5, 25]);
    await one.start();
    for (const end = Date.now() + 20_000; one.asked.length === 5 && Date.now() < end; await pause(100)) await ask(2);
    expect(one.asked.length).toBeGreaterThan(5);
  });

  it('that die over a command are not replaced: it may have been carried out', async () => {
    const die = (request) => request.socket.destroy();
    const group = [await instance('projects', die), await instance('projects', die)];
    const url = await proxyOf({ projects: group });
    const answer = await fetch(`${url}/api/projects`, { method: 'POST', body: '{}', headers: kindless });
    expect([answer.status, (await answer.json()).code]).toEqual([503, 'service/not-ready']);
    expect(group.flatMap(({ asked }) => asked)).toHaveLength(1);
  });

  it('that die over a read are replaced', async () => {
    const group = [await instance('laws', (request) => request.socket.destroy()), await instance('laws')];
    const url = await proxyOf({ laws: group });
    for (let n = 0; n < 4; n += 1) expect((await fetch(`${url}/api/laws`)).status).toBe(200);
    expect(group[0].asked.length).toBeGreaterThan(0);
  });
});

suite('when nobody answers', () => {
  it.each([
    ['ar', undefined],
    ['ar', 'ar-EG,en;q=0.5'],
    ['en', 'en'],
    ['en', 'fr, en;q=0.8'],
  ])('the proxy says so as a service would, in %s for %s', async (language, header) => {
    const gone = await instance('registry');
    const url = await proxyOf({ registry: [gone] });
    await gone.stop();
    const headers = header ? { 'accept-language': header } : {};
    for (const [path, code] of [
      ['/api/entities', 'service/not-ready'],
      ['/api/timelines/laws/L-7', 'service/not-ready'],
      ['/api/nothing', 'read/not-found'],
      ['/api/projectsandmore', 'read/not-found'],
    ]) {
      const answer = await fetch(url + path, { headers });
      const problem = problemOf(code, language);
      expect([path, answer.status, await answer.json()]).toEqual([path, problem.status, problem]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.headers.get('retry-after')).toBe(problem.status === 503 ? '5' : null);
    }
  });
});
