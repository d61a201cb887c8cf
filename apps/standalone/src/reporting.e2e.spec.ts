import { beforeAll, describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('reporting', { MASAR_TODAY: '2026-03-11', MASAR_ALLOW_TODAY: '1' });

describe('what reporting answers over HTTP', () => {
  beforeAll(async () => {
    await masar().post('/api/entities', { id: 'edu', name: { ar: 'التعليم' }, jurisdiction: 'EG' });
    await masar().post('/api/projects', {
      id: 'P-1',
      title: { ar: 'مدارس أسوان', en: '=Schools' },
      owner: 'edu',
      startedOn: '2026-02-01',
    });
    await masar().post('/api/projects/P-1/milestones', { id: 'm-1', title: { ar: 'الأرض' }, target: '2026-03-01' });
  });
  const position = async () => {
    const { body } = await masar().post('/api/projects/P-1/notes', { text: 'x' });
    return body.position as string;
  };

  it('waits for what was just recorded', async () => {
    const { body } = await masar().post('/api/projects/P-1/milestones/m-1/start', { on: '2026-02-05' });
    const timeline = await masar().get(`/api/timelines/projects/P-1?atLeast=${body.position}&waitMs=5000`);
    expect([timeline.status, timeline.headers['x-behind'], timeline.body.positions]).toEqual([
      200,
      undefined,
      { 'projects/P-1': 3 },
    ]);
    expect(timeline.body).toMatchObject({ on: '2026-03-11', knownOn: '2026-03-11', ledger: { elapsed: 38 } });
  });

  it('says how far it is behind', async () => {
    const behind = await masar().get('/api/timelines/projects/P-1?atLeast=projects/P-1@99&waitMs=10');
    expect([behind.status, Number(behind.headers['x-behind']) > 90]).toEqual([200, true]);
  });

  it.each([
    ['/api/timelines/projects/none', 404, 'read/not-found'],
    ['/api/timelines/projects/P-1?on=2026-03-12', 422, 'read/on-in-future'],
    ['/api/timelines/projects/P-1?knownOn=2026-01-01', 404, 'read/not-found'],
    ['/api/timelines/projects/P-1?colour=red', 400, 'page/unknown-filter'],
    ['/api/portfolio?on=2026-02-30', 422, 'date/not-a-date'],
    ['/api/portfolio?sort=beauty', 400, 'page/unknown-filter'],
    ['/api/portfolio?limit=501', 400, 'body/invalid'],
    ['/api/portfolio?cursor=abc', 400, 'page/cursor-invalid'],
    ['/api/export/portfolio.ics', 404, 'read/not-offered'],
    ['/api/export/portfolio.xlsx?lang=fr', 400, 'body/invalid'],
    ['/api/export/secrets.csv', 404, 'read/not-found'],
    ['/api/events?after=abc', 400, 'page/cursor-invalid'],
  ])('%s is refused with %i %s', async (address, status, code) => {
    const answer = await masar().get(address);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('finds an initiative however its name is spelt', async () => {
    await masar().get(`/api/portfolio?atLeast=${await position()}`);
    for (const q of ['اسوان', 'schools', 'P-1', 'مدارس edu']) {
      expect((await masar().get(`/api/portfolio?q=${encodeURIComponent(q)}`)).body.total).toBe(1);
    }
    expect((await masar().get('/api/portfolio?q=nothing')).body).toMatchObject({
      total: 0,
      items: [],
      totals: { initiatives: 0 },
    });
  });

  it('remembers a look, and reading does not move it', async () => {
    const look = await masar().post('/api/portfolio/looks', {});
    expect([look.status, typeof look.body.id]).toEqual([201, 'string']);
    const reached = await masar().post('/api/projects/P-1/milestones/m-1/reach', { on: '2026-03-10' });
    for (let times = 0; times < 2; times += 1) {
      const { body } = await masar().get(`/api/portfolio/changes?since=look&atLeast=${reached.body.position}`);
      expect(body.items.map((item: { change: string }) => item.change)).toContain('actual');
      expect(body.items[0].because).toEqual([reached.body.position]);
    }
    const later = await masar().post('/api/portfolio/looks', {});
    const since = async (id: string) => (await masar().get(`/api/portfolio/changes?since=${id}`)).body.items.length;
    expect([await since(look.body.id), await since(later.body.id)]).toEqual([expect.any(Number), 0]);
    expect(await since(look.body.id)).toBeGreaterThan(0);
    expect((await masar().get('/api/portfolio/looks?limit=1')).body).toMatchObject({
      items: [{ id: later.body.id }],
      total: 2,
    });
    expect((await masar().get(look.headers['location'] as string)).body).toMatchObject({ id: look.body.id });
    expect((await masar().get('/api/portfolio/changes?since=look-0123456789ab')).status).toBe(404);
  });

  it('lists milestones and delays', async () => {
    const milestones = await masar().get(
      '/api/milestones?kind=projects&owner=edu&party=entity:edu&dueBefore=2026-03-02',
    );
    expect(milestones.body).toMatchObject({ total: 1, items: [{ id: 'm-1', initiative: { id: 'P-1' } }] });
    expect((await masar().get('/api/milestones?dueBefore=2026-03-01')).body.items).toEqual([]);
    expect((await masar().get('/api/portfolio/delays')).body).toEqual({ items: [] });
  });

  it('feeds events as CloudEvents, page by page, internal types never', async () => {
    const types: string[] = [];
    let after = '';
    for (let page = 0; page < 20; page += 1) {
      const { body } = await masar().get(`/api/events?limit=2${after}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      types.push(...body.items.map((event: { type: string; specversion: string }) => event.type));
      after = `&after=${body.next}`;
      if (body.items.length === 0) break;
    }
    expect(types).toEqual(expect.arrayContaining(['entity.registered.v1', 'milestone.reached.v1']));
    expect(types.filter((type) => type.startsWith('look.'))).toEqual([]);
    expect(new Set(types.slice(0, 3)).size).toBe(3);
    const waited = masar().get(`/api/events?waitMs=5000&types=note.added.v1${after}`);
    await position();
    expect((await waited).body.items).toMatchObject([{ type: 'note.added.v1', subject: 'projects/P-1' }]);
  });

  it('exports', async () => {
    const portfolio = await masar().get('/api/export/portfolio.csv');
    expect(portfolio.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(portfolio.body).toContain("'=Schools");
    expect(portfolio.body.charCodeAt(0)).toBe(0xfeff);
    expect((await masar().get('/api/export/ledger.json')).body.items[0]).toMatchObject({
      initiative: 'P-1',
      bucket: 'active',
    });
    expect((await masar().get('/api/export/milestones.ics')).body).toContain('BEGIN:VEVENT');
    expect((await masar().get('/api/export/events.xes')).body).toContain('projects/P-1@1');
    expect((await masar().get('/api/export/events.csv')).body).toContain('milestone.planned.v1');
  });

  it('rebuilds beside what is in use', async () => {
    const before = await masar().get('/api/portfolio');
    const rebuilt = await masar().post('/api/reporting/rebuild', {});
    expect([rebuilt.status, rebuilt.body.generation]).toEqual([200, expect.stringMatching(/^\d+\.2$/)]);
    expect((await masar().get('/api/portfolio')).body).toEqual(before.body);
    expect((await masar().get('/api/reporting/parked')).body).toEqual({ items: [], next: null, total: 0 });
    expect((await masar().post('/api/reporting/republish', { stream: 'projects/P-1' })).body.delivered).toBeGreaterThan(
      3,
    );
    expect((await masar().get('/api/portfolio')).body).toEqual(before.body);
  });
});
