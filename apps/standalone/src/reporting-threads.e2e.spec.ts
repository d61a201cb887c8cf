import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings, type Host } from '@masar/nest-kit';
import { openStandalone } from '@masar/services';

const password = 'correct-horse-battery';

/** A standalone over a folder, listening: its reporting runs in threads of its own. */
const begin = async (folder: string) => {
  const settings = readSettings({ MASAR_DATA: folder, MASAR_ADMIN_PASSWORD: password, MASAR_LOG: 'silent', PORT: '0' });
  const { host } = await openStandalone(settings);
  const address = await host.start();
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'admin', password }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return {
    host,
    open: (path: string, more: Record<string, string> = {}, signal?: AbortSignal) =>
      fetch(address + path, { headers: { ...headers, ...more }, ...(signal ? { signal } : {}) }),
    get: async (path: string) => (await fetch(address + path, { headers })).json() as Promise<Record<string, never>>,
    post: async (path: string, body: object) =>
      (await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<{
        position: string;
      }>,
  };
};

interface Line {
  readonly id: string;
  readonly data: { readonly change: string; readonly because: readonly string[] };
}

/** Lines of an event stream until one fits. */
const linesUntil = async (response: Response, fits: (line: Line) => boolean): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const parts = text.split('\n\n');
    text = parts.pop()!;
    for (const part of parts) {
      const [, id] = /^id: (.*)$/m.exec(part) ?? [];
      const [, data] = /^data: (.*)$/m.exec(part) ?? [];
      if (id !== undefined && data !== undefined) lines.push({ id, data: JSON.parse(data) as Line['data'] });
    }
    if (lines.some(fits)) return lines;
  }
  return lines;
};

describe('reporting in threads of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-threads-'));
  let masar: Awaited<ReturnType<typeof begin>>;
  let host: Host;
  beforeAll(async () => {
    masar = await begin(folder);
    host = masar.host;
    await masar.post('/api/entities', { id: 'edu', name: { ar: 'التعليم' }, jurisdiction: 'EG' });
  });
  afterAll(async () => {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows a command to whoever waits for it, and tells it to whoever listens', async () => {
    const leave = new AbortController();
    const live = await masar.open('/api/live', { accept: 'text/event-stream' }, leave.signal);
    expect(live.headers.get('content-type')).toContain('text/event-stream');
    const heard = linesUntil(live, ({ data }) => data.change === 'milestone-added');
    await masar.post('/api/projects', { id: 'P-1', title: { ar: 'مدارس' }, owner: 'edu' });
    const { position } = await masar.post('/api/projects/P-1/milestones', {
      id: 'm-1',
      title: { ar: 'أرض' },
      target: '2027-01-01',
    });
    expect(await masar.get(`/api/timelines/projects/P-1?atLeast=${position}`)).toMatchObject({
      positions: { 'projects/P-1': 2 },
    });
    const lines = await heard;
    expect(lines.map(({ data }) => data.change)).toEqual(expect.arrayContaining(['registered', 'milestone-added']));
    leave.abort();
    const again = await masar.open('/api/live', { accept: 'text/event-stream', 'last-event-id': lines[0]!.id });
    const rest = await linesUntil(again, ({ data }) => data.change === 'milestone-added');
    expect(rest.map(({ id }) => id)).toEqual(lines.slice(1).map(({ id }) => id));
  });

  it('exports, rebuilds and reads the same', async () => {
    const csv = await (await masar.open('/api/export/milestones.csv')).text();
    expect(csv.split('\r\n')[1]).toContain('projects,P-1,2,m-1,أرض');
    const before = await masar.get('/api/portfolio');
    expect(await masar.post('/api/reporting/rebuild', {})).toMatchObject({
      generation: expect.stringMatching(/^\d+\.2$/),
      events: 3,
    });
    expect(await masar.get('/api/portfolio')).toEqual(before);
  });

  it('stops while somebody listens, and goes on where it was after a restart', async () => {
    const before = await masar.get('/api/timelines/projects/P-1');
    await masar.open('/api/live', { accept: 'text/event-stream' });
    await host.stop();
    masar = await begin(folder);
    host = masar.host;
    expect(await masar.get('/api/timelines/projects/P-1')).toEqual(before);
    expect(await (await masar.open('/metrics')).text()).toMatch(/masar_reporting_lag_commits 0/);
  });
});
