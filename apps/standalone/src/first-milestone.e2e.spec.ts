import { describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('first-milestone', { MASAR_TODAY: '2026-03-11', MASAR_ALLOW_TODAY: '1' });

describe('from an empty folder to a reached milestone', () => {
  it('registers an entity and a project, plans, starts and reaches', async () => {
    const entity = await masar().post('/api/entities', {
      id: 'education',
      name: { ar: 'التعليم', en: 'Education' },
      jurisdiction: 'EG',
    });
    expect([entity.status, entity.body]).toEqual([
      201,
      { id: 'education', version: 1, position: 'entities/education@1' },
    ]);
    const project = await masar().post('/api/projects', {
      id: 'P-1',
      title: { ar: 'مدارس' },
      owner: 'education',
      startedOn: '2026-02-01',
    });
    expect([project.status, project.headers['location'], project.headers['etag']]).toEqual([
      201,
      '/api/projects/P-1',
      '"1"',
    ]);
    const planned = await masar().post('/api/projects/P-1/milestones', {
      id: 'm-1',
      title: { ar: 'تسليم الأرض' },
      target: '2026-03-01',
    });
    expect([planned.status, planned.body.id, planned.headers['location']]).toEqual([
      201,
      'm-1',
      '/api/projects/P-1/milestones/m-1',
    ]);
    expect((await masar().post('/api/projects/P-1/milestones/m-1/start', { on: '2026-02-05' })).status).toBe(200);
    const reached = await masar().post('/api/projects/P-1/milestones/m-1/reach', {
      on: '2026-03-06',
      evidence: [{ title: 'محضر', url: 'https://example.org/m' }],
    });
    expect([reached.status, reached.body]).toEqual([200, { id: 'm-1', version: 4, position: 'projects/P-1@4' }]);
    const milestone = await masar().get('/api/projects/P-1/milestones/m-1');
    expect(milestone.body).toMatchObject({
      id: 'm-1',
      status: 'reached',
      actual: '2026-03-06',
      originalTarget: { date: '2026-03-01' },
    });
    const events = await masar().get('/api/projects/P-1/events');
    expect(events.body.items.map((event: { type: string }) => event.type)).toEqual([
      'initiative.registered.v1',
      'milestone.planned.v1',
      'milestone.started.v1',
      'milestone.reached.v1',
    ]);
  });
});
