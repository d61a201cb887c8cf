import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secureHeaders } from './headers.js';
import { servePage } from './page.js';

const page = '<!doctype html><title>مسار</title>';
const script = 'export const day = 1;';
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const folder = mkdtempSync(join(tmpdir(), 'masar-page-'));
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'bundle/assets/fonts'), { recursive: true });
  mkdirSync(join(folder, 'bundle/.vite'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'bundle/index.html'), page);
  writeFileSync(join(folder, 'bundle/.vite/manifest.json'), 'secret');
  writeFileSync(join(folder, 'bundle/assets/index-1a2b.js'), script);
  app = fastify();
  secureHeaders(app);
  app.setNotFoundHandler((_request, reply) => void reply.code(404).send({ code: 'read/not-found' }));
  await servePage(app, join(folder, 'bundle'));
  app.get('/api/entities', () => ({ items: [] }));
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** What the socket itself answers: a client of ours would tidy the address first. */
const answerTo = (target: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = app.server.address() as { port: number };
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: masar\r\nAccept: */*\r\nConnection: close\r\n\r\n`),
    );
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(said));
  });

describe('the page', () => {
  it.each(['/', '/portfolio', '/initiatives/laws/L-7?on=2026-11-22', '/apiary', '/a/b/c/d.js'])(
    'is shown at %s',
    async (url) => {
      const { statusCode, headers, body } = await app.inject({ url, headers: browser });
      expect([statusCode, body, headers['content-type'], headers['cache-control']]).toEqual([
        ...[200, page, 'text/html; charset=utf-8', 'no-cache'],
      ]);
    },
  );

  it('is bound to this house, and lets nothing frame it or guess its type', async () => {
    const { headers } = await app.inject({ url: '/portfolio', headers: browser });
    const policy = new Map(
      String(headers['content-security-policy'])
        .split('; ')
        .map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });

  it('answers HEAD as GET, without itself', async () => {
    const { statusCode, headers, body } = await app.inject({ method: 'HEAD', url: '/portfolio', headers: browser });
    expect([statusCode, body, headers['content-type']]).toEqual([200, '', 'text/html; charset=utf-8']);
  });

  it.each(['/api', '/api/nothing', '/api?x=1', '/health/nothing', '/metrics', '/assets', '/assets/'])(
    'is not what is answered at %s',
    async (url) => {
      const answer = await app.inject({ url, headers: browser });
      expect([answer.statusCode, answer.json()]).toEqual([404, { code: 'read/not-found' }]);
    },
  );

  it('is nothing for a program that asks for data, nor for a command', async () => {
    const asked = await app.inject({ url: '/portfolio', headers: { accept: 'application/json' } });
    const sent = await app.inject({ method: 'POST', url: '/portfolio', headers: browser, payload: {} });
    expect([asked.statusCode, sent.statusCode]).toEqual([404, 404]);
  });

  it('leaves the interface as it is', async () => {
    const { json, headers } = await app.inject({ url: '/api/entities', headers: browser });
    expect(json()).toEqual({ items: [] });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });

  it('is not served from a folder without one', async () => {
    await expect(servePage(fastify(), join(folder, 'bundle/assets'))).rejects.toThrow(/ENOENT/);
  });
});

describe('a file of the page', () => {
  it('is kept for a year, since its name says what is in it', async () => {
    const { statusCode, headers, body } = await app.inject({ url: '/assets/index-1a2b.js' });
    expect([statusCode, body, headers['cache-control'], headers['content-type']]).toEqual([
      ...[200, script, 'public, max-age=31536000, immutable', 'application/javascript; charset=utf-8'],
    ]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('that is not there is not the page, nor kept', async () => {
    const { statusCode, headers } = await app.inject({ url: '/assets/index-9z.js', headers: browser });
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
  });

  it.each([
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '/assets/../.vite/manifest.json',
    '//assets/../../secret.txt',
    '/.vite/manifest.json',
    '/assets/%00',
  ])('lies in its folder: %s leads nowhere', async (target) => {
    const answer = await answerTo(target);
    expect(answer).toMatch(/^HTTP\/1\.1 \d{3}/);
    expect(answer.slice(answer.indexOf('\r\n\r\n'))).not.toMatch(/secret(?!\.txt)/);
  });
});
