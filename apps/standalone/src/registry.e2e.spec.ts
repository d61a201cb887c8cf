import { describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('registry', { MASAR_TODAY: '2026-03-11', MASAR_ALLOW_TODAY: '1' });

describe('entities', () => {
  it('take zone and calendar of their jurisdiction, or their own', async () => {
    await masar().post('/api/entities', { id: 'justice', name: { ar: 'العدل', en: 'Justice' }, jurisdiction: 'AE' });
    await masar().post('/api/entities', {
      id: 'lisbon',
      name: { en: 'Lisbon' },
      jurisdiction: 'PT',
      zone: 'Europe/Lisbon',
      parent: 'justice',
    });
    expect((await masar().get('/api/entities/justice')).body).toMatchObject({
      id: 'justice',
      zone: 'Asia/Dubai',
      calendar: 'AE',
      version: 1,
      position: 'entities/justice@1',
      registeredOn: '2026-03-11',
    });
    expect((await masar().get('/api/entities?parent=justice')).body).toMatchObject({
      total: 1,
      items: [{ id: 'lisbon', zone: 'Europe/Lisbon', calendar: 'any' }],
    });
  });

  it.each([
    ['a taken id', { id: 'justice', name: { en: 'x' }, jurisdiction: 'AE' }, 409, 'stream/exists'],
    [
      'an unknown zone',
      { id: 'z', name: { en: 'x' }, jurisdiction: 'AE', zone: 'Mars/Base' },
      422,
      'entity/unknown-zone',
    ],
    [
      'an unknown calendar',
      { id: 'z', name: { en: 'x' }, jurisdiction: 'AE', calendar: 'MARS' },
      422,
      'entity/unknown-calendar',
    ],
    ['an unknown parent', { id: 'z', name: { en: 'x' }, jurisdiction: 'AE', parent: 'nobody' }, 422, 'entity/unknown'],
    ['a future day', { id: 'z', name: { en: 'x' }, jurisdiction: 'AE', on: '2026-03-12' }, 422, 'date/in-future'],
  ])('refuse %s', async (_, body, status, code) => {
    expect(await masar().post('/api/entities', body)).toMatchObject({ status, body: { code } });
  });

  it('are succeeded once', async () => {
    await masar().post('/api/entities', { id: 'old', name: { en: 'Old' }, jurisdiction: 'EG' });
    await masar().post('/api/entities', { id: 'new', name: { en: 'New' }, jurisdiction: 'EG' });
    expect((await masar().post('/api/entities/old/succeed', { by: 'new', on: '2026-03-01' })).status).toBe(200);
    expect((await masar().get('/api/entities/old')).body.succeeded).toEqual({ by: 'new', on: '2026-03-01' });
    expect(await masar().post('/api/entities/old/succeed', { by: 'justice' })).toMatchObject({
      status: 409,
      body: { code: 'entity/succeeded' },
    });
    expect(await masar().post('/api/entities/nobody/succeed', { by: 'new' })).toMatchObject({ status: 404 });
    expect(await masar().get('/api/entities/nobody')).toMatchObject({ status: 404, body: { code: 'entity/unknown' } });
  });
});

describe('calendars', () => {
  it('are shipped', async () => {
    const { items } = (await masar().get('/api/calendars')).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['EG', 'AE', 'SA', 'TN']));
    expect((await masar().get('/api/calendars/AE')).body.weekends).toEqual([
      { days: [5, 6] },
      { from: '2022-01-01', days: [6, 0] },
    ]);
  });

  it('take announced days, also to come, with the last word first', async () => {
    const day = { date: '2026-10-22', off: true, reason: 'إجازة رسمية' };
    const made = await masar().post('/api/calendars/EG/days', day);
    expect([made.status, made.headers['location']]).toEqual([201, '/api/calendars/EG/days/2026-10-22']);
    await masar().post('/api/calendars/EG/days', { ...day, off: false, reason: 'عُدّلت' });
    const said = (await masar().get('/api/calendars/EG/days/2026-10-22')).body.items as { off: boolean }[];
    expect(said.map(({ off }) => off)).toEqual([false, true]);
    expect((await masar().get('/api/calendars/EG/days')).body.total).toBe(2);
    expect((await masar().get('/api/calendars/EG/days/2026-10-23')).status).toBe(404);
  });

  it('have years that are confirmed once', async () => {
    expect((await masar().get('/api/calendars/EG/years/2025')).body).toMatchObject({ year: 2025, confirmed: false });
    expect(await masar().post('/api/calendars/EG/years/2025/confirm')).toMatchObject({
      status: 200,
      body: { id: '2025' },
    });
    expect((await masar().get('/api/calendars/EG/years/2025')).body.confirmed).toBe(true);
    expect(await masar().post('/api/calendars/EG/years/2025/confirm')).toMatchObject({
      status: 409,
      body: { code: 'calendar/year-confirmed' },
    });
    expect((await masar().post('/api/calendars/EG/years/next/confirm')).status).toBe(404);
    expect(await masar().post('/api/calendars/MARS/years/2025/confirm')).toMatchObject({
      status: 404,
      body: { code: 'calendar/unknown' },
    });
  });
});

describe('law paths', () => {
  const path = {
    jurisdiction: 'JO',
    instrument: 'law',
    name: { ar: 'الأردن', en: 'Jordan' },
    first: ['draft'],
    stages: [
      { stage: 'draft', name: { en: 'Draft' }, party: 'owner', next: ['house'] },
      { stage: 'house', name: { en: 'House' }, party: 'legislature', next: ['in-force'] },
      { stage: 'in-force', name: { en: 'In force' }, party: 'owner', next: [], inForce: true },
    ],
    outcomes: ['in-force', 'rejected'],
  };

  it('are shipped for Egypt, the Emirates and any bill', async () => {
    const { items } = (await masar().get('/api/law-paths')).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['EG.law', 'AE.federal-law', 'any.bill']));
    expect(
      (await masar().get('/api/law-paths/EG.law')).body.stages.map(({ stage }: { stage: string }) => stage),
    ).toContain('council-of-ministers');
  });

  it('are published version after version, and a law can follow them at once', async () => {
    expect(await masar().post('/api/law-paths', path)).toMatchObject({
      status: 201,
      headers: { location: '/api/law-paths/JO.law' },
    });
    const second = { ...path, name: { en: 'Jordan, amended' } };
    await masar().post('/api/law-paths', second);
    expect((await masar().get('/api/law-paths/JO.law')).body).toMatchObject({
      version: 2,
      name: { en: 'Jordan, amended' },
    });
    expect((await masar().get('/api/law-paths/JO.law?version=1')).body.version).toBe(1);
    expect(await masar().post('/api/law-paths', { ...path, version: 2, name: { en: 'third' } })).toMatchObject({
      status: 409,
      body: { code: 'path/exists' },
    });
    await masar().post('/api/entities', { id: 'amman', name: { en: 'Amman' }, jurisdiction: 'JO' });
    expect(
      (
        await masar().post('/api/laws', {
          id: 'J-1',
          title: { en: 'x' },
          owner: 'amman',
          jurisdiction: 'JO',
          instrument: 'law',
        })
      ).status,
    ).toBe(201);
  });

  it('that cannot be walked are refused', async () => {
    const lost = { ...path, instrument: 'decree', first: ['nowhere'] };
    expect(await masar().post('/api/law-paths', lost)).toMatchObject({ status: 422, body: { code: 'path/invalid' } });
  });
});
