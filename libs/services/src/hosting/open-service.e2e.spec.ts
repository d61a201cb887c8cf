import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Host } from '@masar/nest-kit';
import { BatchModule } from '../batch/index.js';
import { InitiativesModule } from '../initiatives/index.js';
import { RegistryModule } from '../registry/index.js';
import { openAlone, openService } from './open-service.js';

jest.setTimeout(60_000);
const folder = mkdtempSync(join(tmpdir(), 'masar-hosting-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = (name: string, env: Record<string, string> = {}) =>
  readSettings({ MASAR_DATA: join(folder, name), MASAR_ADMIN_PASSWORD: 'pw', MASAR_LOG: 'silent', PORT: '0', ...env });

describe('a process that runs one service alone', () => {
  let registry: Host;
  let projects: Host;
  let registryUrl: string;
  let projectsUrl: string;
  let token: string;

  const send = async (url: string, path: string, body?: object) => {
    const answer = await fetch(url + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  const signIn = async (): Promise<string> => {
    const answer = await fetch(`${registryUrl}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'admin', password: 'pw' }),
    });
    return ((await answer.json()) as { token: string }).token;
  };
  const answeredByRegistry = async (): Promise<string> => {
    const text = await registry.metrics.registry.getSingleMetricAsString('masar_http_request_seconds');
    return text
      .split('\n')
      .filter((line) => line.includes('_count'))
      .join('\n');
  };
  let stopping: Promise<void> | undefined;
  const stopRegistry = () => (stopping ??= registry.stop());

  beforeAll(async () => {
    registry = (await openAlone(settings('registry'), 'registry', RegistryModule)).host;
    registryUrl = await registry.start();
    const alone = settings('projects', { MASAR_REGISTRY_URL: registryUrl });
    projects = (await openAlone(alone, 'projects', InitiativesModule.for('projects'), BatchModule)).host;
    projectsUrl = await projects.start();
    token = await signIn();
  }, 60_000);
  afterAll(async () => {
    await projects.stop();
    await stopRegistry();
  });

  it('asks the registry who somebody is, and about an entity it has not seen', async () => {
    await send(registryUrl, '/api/entities', { id: 'education', name: { en: 'Education' }, jurisdiction: 'EG' });
    const made = await send(projectsUrl, '/api/projects', { id: 'P-1', title: { en: 'x' }, owner: 'education' });
    expect([made.status, made.body['id']]).toEqual([201, 'P-1']);
  });

  it('serves no other service, and nobody without a session', async () => {
    expect((await send(projectsUrl, '/api/laws')).status).toBe(404);
    expect((await send(projectsUrl, '/api/entities')).status).toBe(404);
    expect((await fetch(`${projectsUrl}/api/projects`)).status).toBe(401);
    expect((await fetch(`${projectsUrl}/api/projects`, { headers: { authorization: 'Bearer a.b.c' } })).status).toBe(
      401,
    );
  });

  it('asks the registry nothing about a token that is forged', async () => {
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const of = (...parts: string[]) => ({ headers: { authorization: `Bearer ${parts.join('.')}` } });
    await fetch(`${projectsUrl}/api/projects`, of(header, payload, signature));
    const before = await answeredByRegistry();
    const forged = `${payload.slice(0, -4)}AAAA`;
    for (const tried of [of(header, forged, signature), of(header, payload, 'AAAA'), of('e30', payload, '')])
      expect((await fetch(`${projectsUrl}/api/projects`, tried)).status).toBe(401);
    expect(await answeredByRegistry()).toBe(before);
  });

  it('still refuses what the registry does not know either', async () => {
    const refused = await send(projectsUrl, '/api/projects', { title: { en: 'x' }, owner: 'nobody' });
    expect([refused.status, refused.body['code']]).toEqual([422, 'initiative/unknown-party']);
  });

  it('goes on for those the registry has confirmed while that is away, and asks everybody else to come again', async () => {
    const unconfirmed = await signIn();
    await stopRegistry();
    expect((await send(projectsUrl, '/api/projects/P-1')).status).toBe(200);
    const made = await send(projectsUrl, '/api/projects', { id: 'P-2', title: { en: 'x' }, owner: 'education' });
    expect(made.status).toBe(201);
    const asStranger = { headers: { authorization: `Bearer ${unconfirmed}` } };
    const waits = await fetch(`${projectsUrl}/api/projects/P-1`, asStranger);
    expect([waits.status, waits.headers.get('retry-after')]).toEqual([503, '5']);
    const forged = { headers: { authorization: `Bearer ${unconfirmed.slice(0, -8)}AAAAAAAA` } };
    expect((await fetch(`${projectsUrl}/api/projects/P-1`, forged)).status).toBe(401);
  });
});

describe('a data folder', () => {
  const hosts: Host[] = [];
  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.stop();
  });
  const open = async (name: string, env?: Record<string, string>) => {
    const { host } = await openService(settings(name, env), 'projects', [
      RegistryModule,
      InitiativesModule.for('projects'),
    ]);
    hosts.push(host);
    return host;
  };

  it('belongs to one process', async () => {
    await open('once');
    await expect(open('once')).rejects.toThrow('in use');
  });

  it('makes the administrator once, with a password that is told once', async () => {
    const first = await openService(settings('first', { MASAR_ADMIN_PASSWORD: '' }), 'registry', [RegistryModule]);
    expect(first.sessions?.madePassword).toMatch(/^[A-Za-z2-9]{20}$/);
    await first.host.stop();
    const second = await openService(settings('first', { MASAR_ADMIN_PASSWORD: '' }), 'registry', [RegistryModule]);
    expect(second.sessions?.madePassword).toBeUndefined();
    await second.host.stop();
  });

  it('is not opened as half of a cluster', async () => {
    await expect(open('half', { MASAR_EVENT_LOG: 'kafka://127.0.0.1:9' })).rejects.toThrow('MASAR_EVENT_STORE');
    await expect(open('half', { MASAR_EVENT_STORE: 'mongodb://127.0.0.1:9/masar' })).rejects.toThrow('MASAR_EVENT_LOG');
  });

  it('takes MASAR_TODAY only while it is empty, or when it is allowed', async () => {
    const host = await open('today', { MASAR_TODAY: '2026-01-10' });
    const signedIn = await host.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { user: 'admin', password: 'pw' },
    });
    const headers = { authorization: `Bearer ${(signedIn.json() as { token: string }).token}` };
    const made = await host.app.inject({
      method: 'POST',
      url: '/api/entities',
      headers,
      payload: { id: 'e', name: { en: 'E' }, jurisdiction: 'EG' },
    });
    expect(made.statusCode).toBe(201);
    expect((await host.app.inject({ url: '/api/entities/e', headers })).json()).toMatchObject({
      registeredOn: '2026-01-10',
    });
    await hosts.pop()!.stop();
    await expect(open('today', { MASAR_TODAY: '2026-01-11' })).rejects.toThrow('MASAR_ALLOW_TODAY');
    await open('today', { MASAR_TODAY: '2026-01-11', MASAR_ALLOW_TODAY: '1' });
  });
});
