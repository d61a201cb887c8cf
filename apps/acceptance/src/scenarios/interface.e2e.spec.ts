import { beforeAll, describe, expect, it } from '@jest/globals';
import { listOf } from '../harness/shown.js';
import { registerEntities, timelineOf, useSystem } from '../harness/system-for-specs.js';

const { api, at, system } = useSystem({ now: '2026-03-01T08:00:00.000Z' });
const p = '/api/projects/p';
const wait = { id: 'w', party: 'entity:finance', reason: 'busy', since: '2026-02-10' };

beforeAll(async () => {
  await registerEntities(api(), ['education', 'finance']);
  const project = {
    id: 'p',
    title: { en: 'P' },
    owner: 'education',
    startedOn: '2026-02-01',
    source: { system: 'books', id: '7/a' },
  };
  await api().accept('/api/projects', project);
  await api().accept(`${p}/milestones`, { id: 'm', title: { en: 'm' }, target: '2026-05-03', key: true });
  await api().accept(`${p}/milestones/m/target-changes`, { id: 'c', to: '2026-06-07', reason: 'x' });
  await api().accept(`${p}/waits`, wait);
  await api().accept(`${p}/contests`, {
    id: 'x',
    party: 'entity:finance',
    from: '2026-02-10',
    to: '2026-02-12',
    reason: 'x',
  });
  await api().accept(`${p}/pauses`, { id: 'q', on: '2026-03-01', until: '2026-03-05', reason: 'x', steps: 'y' });
  await api().accept(`${p}/corrections`, { id: 'k', version: 4, field: 'since', to: '2026-02-09', reason: 'x' });
  await api().accept(`${p}/blockers`, {
    id: 'b',
    title: { en: 'b' },
    decider: 'cabinet',
    dueOn: '2026-03-20',
    wait: 'w',
  });
  await api().accept(`${p}/notes`, { id: 'n', text: 'seen' });
  await api().accept('/api/policies', { id: 'y', title: { en: 'Y' }, owner: 'education', startedOn: '2026-02-01' });
  await api().accept('/api/policies/y/scope', {
    on: '2026-02-01',
    entities: [{ entity: 'finance', dueOn: '2026-06-01' }],
  });
  await api().accept('/api/policies/y/applications', { entity: 'finance', on: '2026-02-20', state: 'begun' });
  await api().accept('/api/laws', {
    id: 'l',
    title: { en: 'L' },
    owner: 'education',
    jurisdiction: 'EG',
    instrument: 'law',
    startedOn: '2026-01-04',
  });
  await api().accept('/api/laws/l/stages', { stage: 'committee', on: '2026-01-11' });
  await api().accept('/api/calendars/EG/days', { date: '2026-03-10', off: true, reason: 'announced' });
  await api().accept('/api/portfolio/looks', {});
});

describe('every collection that is posted to is listed, and each thing in it is read alone', () => {
  it.each([
    ['/api/entities', 'education'],
    ['/api/calendars/EG/days', '2026-03-10'],
    ['/api/projects', 'p'],
    [`${p}/milestones`, 'm'],
    [`${p}/milestones/m/target-changes`, 'c'],
    [`${p}/waits`, 'w'],
    [`${p}/contests`, 'x'],
    [`${p}/pauses`, 'q'],
    [`${p}/corrections`, 'k'],
    [`${p}/blockers`, 'b'],
    [`${p}/notes`, 'n'],
    ['/api/policies', 'y'],
    ['/api/policies/y/applications', 'finance'],
    ['/api/laws', 'l'],
  ])('%s', async (path, id) => {
    const page = await api().json(path);
    expect(page).toMatchObject({ items: expect.any(Array), total: expect.any(Number) });
    expect('next' in page).toBe(true);
    expect(listOf(page['items']).some((one) => [one['id'], one['entity'], one['date']].map(String).includes(id))).toBe(
      true,
    );
    expect(await api().json(`${path}/${id}`)).toEqual(expect.any(Object));
    expect((await api().get(`${path}/no-such-thing`)).status).toBe(404);
    expect((await api().get(`${path}?favourite=1`)).status).toBe(400);
    expect((await api().get(`${path}?limit=0`)).status).toBe(400);
    expect(await api().json(`${path}?limit=`)).toEqual(page);
  });

  it.each([
    '/api/law-paths',
    `${p}/events`,
    '/api/laws/l/stages',
    '/api/policies/y/scope',
    '/api/imports',
    '/api/portfolio/looks',
  ])('%s', async (path) => expect(await api().json(path)).toMatchObject({ items: expect.any(Array) }));

  it('a note reads as it was written', async () => {
    expect(await api().json(`${p}/notes/n`)).toMatchObject({ text: 'seen' });
  });

  it('pages follow each other without hole or repetition', async () => {
    const all = (await api().all(`${p}/events`)).map((event) => Number(event['version']));
    const seen: number[] = [];
    let next: string | null = '';
    for (let page = 0; next !== null && page < 20; page += 1) {
      const answer = await api().json(`${p}/events?limit=2${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      seen.push(...listOf(answer['items']).map((event) => Number(event['version'])));
      next = (answer['next'] as unknown as string | null) ?? null;
    }
    expect(seen).toEqual(all);
  });

  it('an initiative is found by its source', async () => {
    const found = await api().all('/api/projects?source=books:7%2Fa');
    expect(found.map((one) => String(one['id']))).toEqual(['p']);
    expect(await api().all('/api/projects?source=books:8')).toEqual([]);
    expect((await api().all('/api/projects?owner=finance')).length).toBe(0);
  });
});

describe('commands', () => {
  it('answer 201 with Location for what was made, 200 for the rest, each with ETag and position', async () => {
    const made = await api().post(`${p}/waits`, { ...wait, id: 'w-2' });
    expect([made.status, made.headers['location'], made.headers['etag']]).toEqual([
      201,
      `${p}/waits/w-2`,
      `"${Number(made.body['version'])}"`,
    ]);
    expect(made.body).toMatchObject({ id: 'w-2', position: `projects/p@${Number(made.body['version'])}` });
    const ended = await api().post(`${p}/waits/w-2/end`, { on: '2026-02-20' });
    expect([ended.status, ended.body['version']]).toEqual([200, Number(made.body['version']) + 1]);
    expect((await api().get(p)).headers['etag']).toBe(`"${Number(ended.body['version'])}"`);
  });

  it('take a file as a form too', async () => {
    const form = new FormData();
    form.append(
      'file',
      new Blob(['initiative,kind,title,owner,milestone,target\nfrom-a-form,project,F,education,,\n']),
      'one.csv',
    );
    const sent = new Response(form);
    const answer = await api().send('POST', '/api/imports?profile=initiatives&dryRun=true', {
      body: new Uint8Array(await sent.arrayBuffer()),
      headers: { 'content-type': String(sent.headers.get('content-type')) },
    });
    expect([answer.status, answer.body['new']]).toEqual([200, 1]);
  });

  it('go together in a batch, answered in order; one refused does not stop the others', async () => {
    const commands = [
      { path: '/projects/p/notes', body: { text: 'one' }, key: 'batch-1' },
      { path: '/projects/p/waits/none/end', body: { on: '2026-02-20' }, key: 'batch-2' },
      { path: '/projects/p/notes', body: { text: 'three' }, key: 'batch-3' },
    ].map((command) => ({ ...command, path: `/api${command.path}` }));
    const answer = await api().post('/api/batch', { commands });
    expect(answer.status).toBe(200);
    const results = listOf(answer.body['items'] ?? answer.body['answers'] ?? answer.body['results']);
    expect(results.map((one) => Number(one['status']))).toEqual([201, 404, 201]);
  });
});

describe('reads', () => {
  it('of reporting take on and knownOn', async () => {
    at('2026-03-05');
    for (const path of ['/api/portfolio', '/api/milestones', '/api/portfolio/delays', '/api/timelines/projects/p']) {
      expect((await api().get(`${path}?on=2026-03-01&knownOn=2026-03-01`)).status).toBe(200);
      expect((await api().get(`${path}?knownOn=2026-03-01T10:00:00Z`)).status).toBe(200);
      expect((await api().get(`${path}?on=2026-03-06`)).status).toBe(422);
      expect((await api().get(`${path}?on=yesterday`)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await timelineOf(api(), 'projects/p', { knownOn: '2026-03-01' })).toMatchObject({
      on: '2026-03-01',
      knownOn: '2026-03-01',
    });
  });

  it('show what changed since an instant and since a look, corrections apart', async () => {
    at('2026-03-06');
    const look = await api().accept('/api/portfolio/looks', {});
    await api().accept(`${p}/milestones/m/start`, { on: '2026-03-06' });
    await api().accept(`${p}/corrections`, { id: 'k-2', version: 4, field: 'since', to: '2026-02-08', reason: 'x' });
    await api().accept(`${p}/corrections/k-2/approve`, {});
    await timelineOf(api(), 'projects/p');
    const changes = await api().json(`/api/portfolio/changes?since=${String(look['id'])}`);
    const kinds = listOf(changes['items']).map((one) => String(one['change']));
    expect(kinds).toContain('milestone-status');
    expect(kinds).not.toContain('corrections');
    expect(listOf(changes['corrections']).length).toBeGreaterThan(0);
    const before = await api()
      .json('/api/portfolio/changes?since=2026-03-07T00:00:00Z')
      .catch((fault: unknown) => String(fault));
    expect(JSON.stringify(before)).not.toContain('milestone-status');
  });

  it('are exported as CSV, JSON, ICS and XES, formulas escaped', async () => {
    await api().accept('/api/projects', {
      id: 'evil',
      title: { en: '=1+1' },
      owner: 'education',
      startedOn: '2026-02-01',
    });
    await timelineOf(api(), 'projects/evil');
    const csv = await api().text('/api/export/portfolio.csv');
    expect(csv).toContain('evil');
    expect(csv).not.toMatch(/(^|[,;"\n])=1\+1/);
    expect(JSON.parse(await api().text('/api/export/milestones.json'))).toEqual(expect.anything());
    expect(await api().text('/api/export/ledger.csv')).toContain('entity:finance');
    expect(await api().text('/api/export/milestones.ics')).toMatch(/^BEGIN:VCALENDAR/);
    expect(await api().text('/api/export/events.xes')).toContain('<log');
  });

  it('are described on a page with everything it needs', async () => {
    const get = (path: string) => fetch(`${api().url}${path}`);
    expect(await (await get('/api/docs')).text()).toContain('swagger-ui.css');
    for (const asset of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'])
      expect((await get(`/api/docs/${asset}`)).status).toBe(200);
  });

  it('are a feed of CloudEvents, page after page', async () => {
    const first = await api().json('/api/events?limit=3');
    const events = listOf(first['items'] ?? first['events']);
    expect(events).toHaveLength(3);
    expect(events[0]).toMatchObject({
      specversion: '1.0',
      id: expect.stringMatching(/@1$/),
      type: expect.stringMatching(/\.v1$/),
    });
    const second = await api().json(`/api/events?limit=3&after=${encodeURIComponent(String(first['next']))}`);
    expect(listOf(second['items'] ?? second['events'])[0]?.['id']).not.toBe(events[0]?.['id']);
    const types = listOf((await api().json('/api/events?types=wait.began.v1'))['items'] ?? []).map((one) =>
      String(one['type']),
    );
    expect(new Set(types)).toEqual(new Set(['wait.began.v1']));
  });

  it.each(['/health/live', '/api/openapi.json', '/api/asyncapi.json', '/api/docs'])('%s', async (path) => {
    expect((await api().get(path)).status).toBe(200);
  });

  it.each(['/health/live', '/health/ready', '/metrics'])('%s, of every process', async (path) => {
    for (const url of system().processes) expect([url, (await api().at(url).get(path)).status]).toEqual([url, 200]);
  });
});
