import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { slowBodies } from '../attacks/raw-request.js';
import { ApiClient } from '../harness/api-client.js';
import type { Shown } from '../harness/shown.js';
import { useStandalone } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';
import { joined, passwordOfCast } from '../rights/cast.js';

const limit = 64 * 1024;
const { api, system } = useStandalone({
  now: '2026-03-11T08:00:00.000Z',
  environment: { MASAR_FILE_LIMIT: String(limit) },
});
const bytes = { 'content-type': 'application/octet-stream' };
const secret = 'thirteen slow camels cross';
let lead: ApiClient;
let integrator: ApiClient;
let auditor: ApiClient;

beforeAll(async () => {
  await api().accept('/api/entities', { id: 'education', name: { en: 'education' }, jurisdiction: 'EG' });
  lead = await joined(api(), 'layla', { roles: ['lead', 'member'], entity: 'education' });
  integrator = await joined(api(), 'rami', { roles: ['integrator'] });
  auditor = await joined(api(), 'watcher', { roles: ['auditor'] });
}, 120_000);

const bring = (body: string, filename: string, by = lead) =>
  by.send('POST', `/api/files?filename=${encodeURIComponent(filename)}`, { body, headers: bytes });
const onTheirWay = () => readdirSync(join(system().dataFolder, 'files', 'incoming'));

describe('files that are brought', () => {
  it('are nothing that runs, whatever they are called, and of what is refused nothing is left', async () => {
    const harmful: readonly (readonly [string, string])[] = [
      ['<!doctype html><script>alert(1)</script>', 'minutes.pdf'],
      ['  <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'plan.png'],
      ['<?php system($_GET[0]); ?>', 'minutes.txt'],
      [`MZ${'\u0000'.repeat(200)}`, 'minutes.docx'],
      ['\u007fELF\u0002\u0001\u0001', 'minutes.csv'],
      ['PK\u0003\u0004 cut off', 'minutes.xlsx'],
      ['a\u0000b', 'minutes.txt'],
      ['', 'minutes.txt'],
    ];
    for (const [text, name] of harmful) {
      const { status, body } = await bring(text, name);
      expect([name, status, String(body['code'])]).toEqual([name, 422, expect.stringMatching(/^file\//)]);
    }
    expect(await lead.all('/api/files')).toEqual([]);
    expect(onTheirWay()).toEqual([]);
  });

  it('have names that are a name and nothing else: no path, no header, no turned text, the ending of what they are', async () => {
    const names = [
      '../../etc/passwd',
      'a\r\nset-cookie: x=1',
      'inv\u202efdp.exe',
      'con',
      '"; filename=x.html',
      '..',
      '%2e%2e%2f',
    ];
    // A character nobody can read is refused, as in every text.
    const unreadable = await bring('text', '\u0000');
    expect([unreadable.status, unreadable.body['errors']]).toMatchObject([400, [{ code: 'field/characters' }]]);
    for (const [at, name] of names.entries()) {
      const { status, body } = await bring(`text ${at}`, name);
      expect([name, status]).toEqual([name, 201]);
      const { headers } = await lead.get(`/api/files/${String(body['id'])}`);
      expect(headers).toMatchObject({
        'content-type': expect.stringContaining('text/plain'),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'content-disposition': expect.stringMatching(
          /^attachment; filename="[^"\\/]+\.txt"; filename\*=UTF-8''[^"/;]+\.txt$/,
        ),
      });
      expect(headers['set-cookie']).toBeUndefined();
      expect(String(body['name'])).not.toMatch(/[/\\\p{Cc}\p{Bidi_C}]/u);
    }
  });

  it('are not fetched by a path', async () => {
    for (const id of [
      '..%2fmasar.db',
      '%2e%2e',
      '..%5c..%5cwebhook.key',
      'incoming',
      '%00',
      '0'.repeat(63),
      'A'.repeat(64),
    ]) {
      const { status, body } = await lead.get(`/api/files/${id}`);
      expect([id, status, body['sha256']]).toEqual([id, 404, undefined]);
    }
  });

  it('end at the limit, and hold up nobody while they come slowly; what is broken off is not kept', async () => {
    const huge = await bring('x'.repeat(limit + 1), 'huge.txt').catch(() => undefined);
    if (huge) expect([huge.status, huge.body['code']]).toEqual([413, 'body/too-large']);
    const { token } = (
      await new ApiClient(system().url).post('/api/session', { user: 'layla', password: passwordOfCast })
    ).body as Shown & { token: string };
    const head = `POST /api/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/octet-stream`;
    const slow = slowBodies(system().url, 100, head);
    try {
      // One person brings so many at once, and no more.
      await until('they are coming', async () => onTheirWay().length > 20);
      for (let n = 0; n < 20; n += 1) expect((await lead.get('/api/session')).status).toBe(200);
      expect((await bring('beside them', 'beside.txt', integrator)).status).toBe(201);
      // Beside them, not after them: they are still coming.
      expect(slow.open()).toBeGreaterThan(20);
      expect(onTheirWay().length).toBeGreaterThan(20);
      expect(onTheirWay().length).toBeLessThan(80);
      expect((await bring('one more', 'more.txt')).status).toBe(429);
    } finally {
      slow.end();
    }
    await until('nothing of them is left', async () => onTheirWay().length === 0);
  }, 60_000);

  it('are not brought by a page of another house, in none of the ways a page may send without asking, nor counted', async () => {
    const signedIn = await fetch(`${system().url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'watcher', password: passwordOfCast }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0]!)
      .join('; ');
    const form = 'multipart/form-data; boundary=b';
    const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="x.txt"\r\n\r\nforeign\r\n--b--\r\n';
    const pages = Array.from({ length: 20 }, () => [
      form,
      'text/plain',
      'application/x-www-form-urlencoded',
      bytes,
    ]).flat();
    for (const media of pages)
      for (const path of ['/api/files', '/api/imports?profile=gmpp']) {
        const type = typeof media === 'string' ? { 'content-type': media } : media;
        const headers = { cookie, origin: 'https://elsewhere.example', ...type };
        const answer = await new ApiClient(system().url).send('POST', path, { body, headers });
        expect([media, path, answer.status, answer.body['code']]).toEqual([media, path, 403, 'access/foreign-origin']);
      }
    expect(await auditor.all('/api/files')).toEqual([]);
    expect(onTheirWay()).toEqual([]);
    expect((await bring('his own', 'own.txt', auditor)).status).toBe(201);
  });
});

describe('a webhook into the house', () => {
  const inside = [
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '0',
  ];

  it('is not made, however the address is written', async () => {
    const urls = [
      ...inside.map((host) => `https://${host}/`),
      'http://example.com/',
      'https://user:word@example.com/',
      'file:///etc/passwd',
      'gopher://127.0.0.1/',
    ];
    for (const url of urls) {
      const { status, body } = await integrator.post('/api/webhooks', { url, secret });
      expect([url, status >= 400 && status < 500, String(body['code'])]).toEqual([
        url,
        true,
        expect.stringMatching(/^(webhook\/address|body\/invalid)$/),
      ]);
    }
    expect(await integrator.all('/api/webhooks')).toEqual([]);
  });

  it('calls nobody when a name leads there, and says so', async () => {
    let calls = 0;
    const listener = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    listener.listen(0);
    await once(listener, 'listening');
    const url = `https://localhost:${(listener.address() as AddressInfo).port}/`;
    const { id } = await integrator.accept('/api/webhooks', { url, secret });
    await integrator.accept(`/api/webhooks/${String(id)}/replay`);
    const now = () => integrator.json(`/api/webhooks/${String(id)}`);
    await until('it is disabled', async () => String((await now())['state']) === 'disabled');
    expect((await now())['disabled']).toMatchObject({ reason: 'address' });
    expect(calls).toBe(0);
    listener.close();
  });

  it('never tells its secret', async () => {
    const url = 'https://receiver.invalid/';
    const { status, body } = await integrator.post('/api/webhooks', { url, secret, types: ['entity.succeeded.v1'] });
    expect(status).toBe(201);
    const answers = [
      body,
      await api().json('/api/webhooks'),
      await integrator.json(`/api/webhooks/${String(body['id'])}`),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/camels|secret|v1\.[A-Za-z0-9_-]+\./);
  });
});

describe('the audit', () => {
  it('holds nothing that opens anything, and no question; what was sent makes no line and no formula of its own', async () => {
    const stranger = new ApiClient(system().url);
    const evil = '=cmd|x\r\nforged,line\u202e';
    await stranger.post('/api/session', { user: evil, password: 'a very quiet password' });
    await lead.get(`/api/projects?owner=quiet-owner`);
    await lead.get(`/api/projects/${encodeURIComponent('=1+1\r\nforged')}`);
    await stranger.post('/api/invitations/quiet-token', { password: 'a very quiet password' });
    const { token } = (await stranger.post('/api/session', { user: 'rami', password: passwordOfCast })).body;
    const entries = await auditor.json('/api/audit/export.json');
    const table = await auditor.text('/api/audit/export.csv');
    const items = entries['items'] as unknown as readonly Shown[];
    for (const text of [JSON.stringify(entries), table]) {
      expect(text).toContain('=cmd');
      for (const quiet of ['a very quiet', 'quiet-owner', 'quiet-token', 'camels', passwordOfCast, String(token)])
        expect([quiet, text.includes(quiet)]).toEqual([quiet, false]);
      expect(text).not.toMatch(/\u202e/);
    }
    const lines = table.replace('\ufeff', '').split('\r\n').filter(Boolean);
    // The table has been on record itself by then.
    expect(lines.length - 1 - items.length).toBeGreaterThanOrEqual(1);
    expect(lines.filter((line) => line.startsWith('forged'))).toEqual([]);
    expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
  });

  it('is changed by nobody, and read by none but auditors', async () => {
    const before = (await auditor.all('/api/audit?outcome=done')).length;
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/api/audit', '/api/audit/export.json', '/api/audit/1'])
        expect([method, path, (await auditor.send(method, path)).status]).toEqual([method, path, 404]);
    for (const path of ['/api/audit', '/api/audit/export.csv', '/api/audit/export.json'])
      for (const by of [api(), lead, integrator]) expect([path, (await by.get(path)).status]).toEqual([path, 403]);
    expect((await auditor.all('/api/audit?outcome=done')).length).toBeGreaterThanOrEqual(before);
    expect((await auditor.all('/api/audit?outcome=refused&action=audit.read')).length).toBeGreaterThanOrEqual(9);
  });
});
