import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemOf, secureHeaders, servePage } from '@masar/nest-kit';
import { fastify } from 'fastify';
import { hasNginx, startProxy } from './proxy.mjs';

const folder = mkdtempSync(join(tmpdir(), 'masar-proxy-page-'));
const page = '<!doctype html><title>مسار</title>';
const browser = { accept: 'text/html,*/*;q=0.8' };
let proxy;
let one;

const serveAsOneProcess = async () => {
  const app = fastify({ trustProxy: true });
  secureHeaders(app);
  await servePage(app, folder);
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }), stop: () => app.close() };
};

/** Asked as it is written: fetch would tidy the address. */
const answerOf = (url, path, { method = 'GET', headers = browser } = {}) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = send({ hostname, port, path, method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    asked.on('error', reject).end();
  });

/** What each server says of the connection, of time and of its own copies. */
const ofTheServer = new Set([
  ...['date', 'connection', 'keep-alive', 'server', 'etag', 'last-modified', 'accept-ranges', 'content-length'],
  ...['transfer-encoding', 'vary'],
]);
const told = ({ status, headers, body }) => ({
  status,
  body,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheServer.has(name))),
});

beforeAll(async () => {
  if (!hasNginx) return;
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, '.vite/manifest.json'), 'secret');
  for (const kind of ['js', 'css', 'svg', 'woff2', 'woff']) writeFileSync(join(folder, `assets/a-1.${kind}`), kind);
  [proxy, one] = await Promise.all([startProxy({}, { page: folder }), serveAsOneProcess()]);
});
afterAll(async () => {
  await Promise.all([proxy?.stop(), one?.stop()]);
  rmSync(folder, { recursive: true });
});

(hasNginx ? describe : describe.skip)('the page through the proxy of a cluster', () => {
  it.each([
    ...['/', '/portfolio', '/initiatives/laws/L-7?on=2026-11-22', '/apiary', '/assetsandmore'],
    ...['js', 'css', 'svg', 'woff2', 'woff'].map((kind) => `/assets/a-1.${kind}`),
  ])('is what one process answers at %s, word for word and header for header', async (path) => {
    const [ours, its] = await Promise.all([answerOf(proxy.url, path), answerOf(one.url, path)]);
    expect(ours.status).toBe(200);
    expect(told(ours)).toEqual(told(its));
  });

  it('is so over TLS, and to HEAD', async () => {
    for (const request of [{ headers: { ...browser, 'x-forwarded-proto': 'https' } }, { method: 'HEAD' }]) {
      const [ours, its] = [await answerOf(proxy.url, '/', request), await answerOf(one.url, '/', request)];
      expect(told(ours)).toEqual(told(its));
    }
  });

  it.each(['/api', '/api/nothing', '/health', '/health/nothing', '/metrics', '/assets', '/assets/', '/assets/b-2.js'])(
    'is not what is answered at %s',
    async (path) => {
      const [ours, its] = [await answerOf(proxy.url, path), await answerOf(one.url, path)];
      expect([ours.status, JSON.parse(ours.body), its.status]).toEqual([404, problemOf('read/not-found', 'ar'), 404]);
      expect(ours.headers['cache-control']).toBe('no-store');
    },
  );

  it('is nothing for a program that asks for data, nor for a command', async () => {
    for (const request of [{ headers: { accept: 'application/json' } }, { method: 'POST' }]) {
      const answer = await answerOf(proxy.url, '/portfolio', request);
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([404, 'read/not-found']);
    }
  });

  it.each([
    '/assets/../.vite/manifest.json',
    '/.vite/manifest.json',
    '/assets/%2e%2e/.vite/manifest.json',
    '/assets/..',
  ])('shows nothing beside its files: %s', async (path) =>
    expect((await answerOf(proxy.url, path)).body).not.toContain('secret'),
  );
});
