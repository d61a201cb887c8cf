import { describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('demonstration', { MASAR_DEMO: '1', MASAR_TODAY: '2026-11-21' });
const read = async (url: string) => (await masar().get(url)).body;

describe('MASAR_DEMO=1 on an empty folder', () => {
  it('is there before the first request: 24 initiatives of two governments, one of them still a draft', async () => {
    const kinds = await Promise.all(['projects', 'laws', 'policies'].map((kind) => read(`/api/${kind}`)));
    expect(kinds.map(({ total }) => total)).toEqual([13, 6, 5]);
    expect((await read('/api/entities')).total).toBe(27);
    const entities = await read('/api/entities?jurisdiction=AE');
    expect(entities.total).toBe(7);
  });

  it('was recorded over the year, on its days', async () => {
    const { items } = await read('/api/projects/ports-single-window/events?limit=500');
    const recorded = items.map((event: { recordedAt: string }) => event.recordedAt);
    expect([...recorded].sort()).toEqual(recorded);
    expect([recorded[0].slice(0, 7), recorded.at(-1).slice(0, 7)]).toEqual(['2025-12', '2026-11']);
  });

  it('has private partners on either side of a commitment, with days booked to one that is late', async () => {
    expect((await read('/api/partners')).total).toBe(3);
    expect((await read('/api/commitments')).total).toBe(5);
    const { commitments } = await read('/api/timelines/projects/ports-single-window');
    const byId = Object.fromEntries(commitments.map((one: { id: string }) => [one.id, one]));
    expect(byId['port-scanners']).toMatchObject({ status: 'reported', direction: 'partner-to-government' });
    expect(byId['port-sites']).toMatchObject({ status: 'confirmed', direction: 'government-to-partner' });
    const survey = await read('/api/timelines/projects/ae-housing-zero-bureaucracy');
    const booked = [...survey.ledger.entries, ...survey.ledger.concurrent].map(({ party }: { party: string }) => party);
    expect(booked).toContain('partner:raay-surveys');
  });

  it('work goes on from today', async () => {
    const note = await masar().post('/api/projects/ports-single-window/notes', { text: 'اجتماع اليوم' });
    expect(note.status).toBe(201);
    const { items } = await read('/api/projects/ports-single-window/events?limit=500');
    expect(items.at(-1)).toMatchObject({ type: 'note.added.v1', data: { happenedOn: '2026-11-21' } });
  });
});
