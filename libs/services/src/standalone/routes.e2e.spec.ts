import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actions } from '@masar/access';
import { readSettings, routesOf, type Route } from '@masar/nest-kit';
import { openStandalone, type Standalone } from './open-standalone.js';

/** Made, but nobody's record to read back: a session, and a reader's own bookmark, which `changes?since=look` reads. */
const notRecords = ['/api/session', '/api/portfolio/looks'];

let standalone: Standalone;
let routes: readonly Route[];
const folder = mkdtempSync(join(tmpdir(), 'masar-routes-'));

beforeAll(async () => {
  standalone = await openStandalone(readSettings({ MASAR_DATA: folder, MASAR_LOG: 'silent' }));
  routes = routesOf(standalone.host.app);
}, 60_000);
afterAll(async () => {
  await standalone.host.stop();
  rmSync(folder, { recursive: true });
});

describe('every route', () => {
  it('names a permission of the table, and every row of the table guards a route', () => {
    const named = new Set(routes.flatMap(({ action }) => action ?? []));
    // Asked for in place of `initiative.set-members`, where the role that is given judges the team.
    expect([...named, 'initiative.appoint'].sort()).toEqual([...actions].sort());
  });

  it('of the description of the interface is in the table of rights, or says why it needs none', async () => {
    const answer = await standalone.host.app.inject({ method: 'GET', url: '/api/openapi.json' });
    const { paths } = answer.json<{ paths: Record<string, Record<string, unknown>> }>();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const guarded = new Set(
      routes
        .filter(({ action, publicReason }) => (action === undefined ? publicReason : actions.includes(action)))
        .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
    expect(described.length).toBeGreaterThan(100);
    expect(described.filter((route) => !guarded.has(route))).toEqual([]);
  });

  it('says in both languages what it is for', () => {
    expect(
      routes.filter(({ summary }) => !summary?.ar || !summary.en).map(({ method, path }) => `${method} ${path}`),
    ).toEqual([]);
  });

  it('of a read says what it answers', () => {
    const silent = routes.filter(({ method, answer }) => method === 'GET' && !answer?.schema && !answer?.media);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('that makes something has a list and an item to read it by', () => {
    const reads = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    const collections = routes.filter(
      ({ method, status, path }) => method === 'POST' && status === 201 && !notRecords.includes(path),
    );
    const unread = collections.filter(
      ({ path }) => !reads.has(path) || ![...reads].some((read) => read.startsWith(`${path}/:`)),
    );
    expect(unread.map(({ path }) => path)).toEqual([]);
  });
});
