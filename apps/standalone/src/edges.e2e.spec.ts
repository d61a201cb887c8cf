import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStandalone } from '@masar/services';
import { password, settingsOf } from './testing/running.js';

type Host = Awaited<ReturnType<typeof openStandalone>>['host'];
const folder = mkdtempSync(join(tmpdir(), 'masar-edges-'));
const env = { MASAR_PROXIES: '1', MASAR_REQUEST_SECONDS: '2', MASAR_REQUESTS_PER_SECOND: '100' };
const unlimitedEnv = { MASAR_PROXIES: '1', MASAR_REQUESTS_PER_SECOND: '0' };
const json = { 'content-type': 'application/json' };

let host: Host;
let url: string;
let bearer: Record<string, string>;

beforeAll(async () => {
  ({ host } = await openStandalone(settingsOf(folder, env)));
  url = await host.start();
  const answer = await fetch(`${url}/api/session`, {
    ...{ method: 'POST', headers: { ...json, ...from('203.0.113.9') } },
    body: JSON.stringify({ user: 'admin', password }),
  });
  bearer = { authorization: `Bearer ${((await answer.json()) as { token: string }).token}` };
}, 120_000);
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true });
});

const from = (...addresses: string[]) => ({ 'x-forwarded-for': addresses.join(', ') });
const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

/** Says something to the socket itself; answers all that came back until it was closed. */
const spoken = (text: string, more: readonly string[] = [], everyMs = 300): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let said = '';
    const left = [...more];
    const timer = setInterval(() => {
      const next = left.shift();
      if (next !== undefined && socket.writable) socket.write(next);
    }, everyMs);
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'ECONNRESET' || fault.code === 'EPIPE' ? undefined : reject(fault),
    );
    socket.on('close', () => {
      clearInterval(timer);
      resolve(said);
    });
  });

describe('every answer', () => {
  it.each(['/api/session', '/api/openapi.json', '/health/live', '/no/such', '/api/%zz'])(
    'of %s may be framed, run, guessed at and kept by nobody',
    async (path) => {
      const { headers } = await get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
    },
  );

  it('keeps browsers to TLS where they came by it, and nowhere else', async () => {
    const over = async (protocol: string) =>
      (await get('/health/live', { ...from('203.0.113.1'), 'x-forwarded-proto': protocol })).headers.get(
        'strict-transport-security',
      );
    expect(await over('https')).toMatch(/^max-age=31536000/);
    expect(await over('http')).toBeNull();
  });

  it('opens nothing to a page of another house, asked before or not', async () => {
    const origin = 'https://elsewhere.example';
    const preflight = await fetch(`${url}/api/projects`, {
      ...{ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } },
    });
    for (const { headers } of [preflight, await get('/api/projects', { origin, ...bearer })])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(preflight.status).toBe(404);
  });

  it('says nothing of our inside, whatever came', async () => {
    const bodies = ['{', '{"user":{"$gt":""},"password":[]}', '{"__proto__":{"a":1}}', '\u0000', '[]'.repeat(100)];
    for (const body of bodies) {
      const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: json, body });
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toMatch(/node_modules|at \w+ \(|\.[jt]s:\d|SyntaxError|stack/);
    }
  });
});

describe('who sends more than is his', () => {
  /** While no time goes by nothing is earned back: each has what he may send at once. */
  beforeEach(() => void jest.spyOn(performance, 'now').mockReturnValue(performance.now()));
  afterEach(() => void jest.restoreAllMocks());
  const of = (answers: readonly { readonly status: number }[], wanted: number) =>
    answers.filter(({ status }) => status === wanted).length;

  it('is told when to come back, by the address the proxy names; others are not held back with him', async () => {
    const answers = await Promise.all(
      Array.from({ length: 220 }, (_, n) => get('/health/live', from(`198.51.100.${n % 200}`, '203.0.113.50'))),
    );
    expect([of(answers, 200), of(answers, 429)]).toEqual([200, 20]);
    const held = answers.find(({ status }) => status === 429)!;
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await held.json()).toMatchObject({ status: 429, code: 'rate/too-many' });
    expect((await get('/health/live', from('203.0.113.51'))).status).toBe(200);
  });

  it('is held back as a person too, from however many addresses', async () => {
    const answers = await Promise.all(
      Array.from({ length: 220 }, (_, n) => get('/api/session', { ...bearer, ...from(`203.0.113.${60 + (n % 100)}`) })),
    );
    // He asked for something before.
    expect(of(answers, 200)).toBeGreaterThan(190);
    expect([of(answers, 200) <= 200, of(answers, 200) + of(answers, 429)]).toEqual([true, 220]);
  });

  it('has passwords hashed so often from one place, whatever names he tries, and however much else he may send', async () => {
    const { host: unlimited } = await openStandalone(settingsOf(join(folder, 'unlimited'), unlimitedEnv));
    const tried = (place: string) => (_: unknown, n: number) =>
      unlimited.app.inject({
        ...{ method: 'POST', url: '/api/invitations/guessed', headers: { ...json, ...from(place) } },
        ...{ remoteAddress: `10.0.0.${n % 4}`, payload: { password: `guess-${n}-long` } },
      });
    const answers = await Promise.all(Array.from({ length: 220 }, tried('203.0.113.200')));
    const statuses = answers.map(({ statusCode }) => ({ status: statusCode }));
    expect([of(statuses, 404), of(statuses, 429)]).toEqual([200, 20]);
    expect((await tried('203.0.113.201')(undefined, 0)).statusCode).toBe(404);
    await unlimited.stop();
  }, 60_000);
});

describe('what never becomes a request', () => {
  const head = (path: string, more: string) =>
    `POST ${path} HTTP/1.1\r\nhost: masar\r\ncontent-type: application/json\r\n${more}`;

  it('is answered once and cut: a body that comes a byte now and then', async () => {
    const began = Date.now();
    const said = await spoken(head('/api/session', 'content-length: 1000\r\n\r\n{'), Array(40).fill(' '));
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  it('is answered once and cut: headers that do not end', async () => {
    expect(await spoken(head('/api/session', 'x-a: 1\r\n'), Array(40).fill('x-b: 2\r\n'))).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is answered in words of ours: no HTTP, and headers without measure', async () => {
    const nonsense = await spoken('nonsense\r\n\r\n');
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"body\/malformed"/);
    expect(await spoken(head('/api/session', `x-a: ${'a'.repeat(20_000)}\r\n\r\n`))).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('is a body larger than allowed, said or sent', async () => {
    const body = JSON.stringify({ user: 'admin', password: 'x'.repeat(2 * 1024 * 1024) });
    const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: json, body });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'body/too-large']);
  });
});
