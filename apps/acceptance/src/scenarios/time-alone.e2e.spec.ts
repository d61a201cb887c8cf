import { beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, oneOf, type Shown } from '../harness/shown.js';
import { registerEntities, timelineOf, useSystem } from '../harness/system-for-specs.js';

const { api, at } = useSystem({ now: '2026-01-11T08:00:00.000Z' });

const rowOf = async (id: string): Promise<Shown> => {
  return oneOf(await api().all('/api/portfolio'), 'id', id);
};

/** The tick of a new day runs within seconds of the clock passing midnight. */
const eventually = async <T>(read: () => Promise<T>, good: (value: T) => boolean): Promise<T> => {
  let value = await read();
  for (let tries = 0; tries < 100 && !good(value); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    value = await read();
  }
  return value;
};

const changesSince = async (since: string) => {
  const page = await api().json(`/api/portfolio/changes?since=${encodeURIComponent(since)}&limit=500`);
  return listOf(page['items']).map((item) => `${String(item['initiative']?.['id'])} ${String(item['change'])}`);
};

beforeAll(async () => {
  await registerEntities(api(), ['education', 'justice']);
  const register = (id: string) =>
    api().accept('/api/projects', { id, title: { en: id }, owner: 'education', startedOn: '2026-01-04' });
  await register('promised');
  await api().accept('/api/projects/promised/milestones', {
    id: 'm',
    title: { en: 'm' },
    target: '2026-03-05',
    key: true,
  });
  await register('resting');
  const pause = { on: '2026-01-11', until: '2026-02-10', reason: 'flood', steps: 'pump' };
  const { id } = await api().accept('/api/projects/resting/pauses', pause);
  await api().accept(`/api/projects/resting/pauses/${id}/grant`, {});
  await api().accept('/api/laws', {
    id: 'sleeping',
    title: { en: 'Law' },
    owner: 'justice',
    jurisdiction: 'any',
    instrument: 'bill',
    startedOn: '2026-01-04',
  });
  await api().accept('/api/laws/sleeping/stages', { stage: 'introduced', on: '2026-01-04' });
});

describe('time alone, without one write', () => {
  it('ends a pause nobody renewed', async () => {
    at('2026-02-10');
    expect(
      (
        await eventually(
          () => rowOf('resting'),
          (row) => String(row['status']) === 'paused',
        )
      )['status'],
    ).toBe('paused');
    at('2026-02-11');
    const since = '2026-02-10T12:00:00.000Z';
    expect(
      (
        await eventually(
          () => rowOf('resting'),
          (row) => String(row['status']) === 'active',
        )
      )['status'],
    ).toBe('active');
    expect(
      await eventually(
        () => changesSince(since),
        (all) => all.includes('resting pause-lapsed'),
      ),
    ).toContain('resting pause-lapsed');
  }, 60_000);

  it('makes a promise missed on its day, in the row and among the changes', async () => {
    at('2026-03-11');
    expect(
      (
        await eventually(
          () => rowOf('promised'),
          (row) => Number(row['missed']) === 0,
        )
      )['missed'],
    ).toBe(0);
    at('2026-03-12');
    expect(
      (
        await eventually(
          () => rowOf('promised'),
          (row) => Number(row['missed']) === 1,
        )
      )['missed'],
    ).toBe(1);
    const changes = await eventually(
      () => changesSince('2026-03-11T12:00:00.000Z'),
      (all) => all.includes('promised missed'),
    );
    expect(changes).toContain('promised missed');
    const timeline = await timelineOf(api(), 'projects/promised');
    expect(listOf(timeline['milestones'])[0]?.['status']).toBe('missed');
  }, 60_000);

  it('stalls a law on which nothing has moved for nine months', async () => {
    at('2026-10-04');
    expect((await timelineOf(api(), 'laws/sleeping', { on: '2026-10-03' }))['stalled']).toBeUndefined();
    at('2026-10-06');
    expect(
      (
        await eventually(
          () => rowOf('sleeping'),
          (row) => 'stalled' in row,
        )
      )['stalled'],
    ).toBeDefined();
    const changes = await eventually(
      () => changesSince('2026-10-03T00:00:00.000Z'),
      (all) => all.includes('sleeping stalled'),
    );
    expect(changes).toContain('sleeping stalled');
  }, 60_000);

  it('wrote no event', async () => {
    expect(await api().all('/api/projects/promised/events')).toHaveLength(2);
    expect(await api().all('/api/laws/sleeping/events')).toHaveLength(2);
  });
});
