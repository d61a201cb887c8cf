import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@masar/access';
import { event, type CalendarChangePage } from '@masar/contracts';
import { recorded, type Told } from '../rehearsal/recorded.js';
import { Room } from '../rehearsal/room.js';
import { toldMilestone, toldProject } from '../rehearsal/told-projects.js';

const administrator: Actor = { user: 'amal', roles: ['administrator'] };
const entity = (id: string, calendar: string): Told => ({
  stream: `entities/${id}`,
  at: '2026-01-01T08:00:00.000Z',
  events: [
    event('entity.registered.v1', {
      happenedOn: '2026-01-01',
      name: { en: id },
      jurisdiction: calendar,
      zone: 'Africa/Cairo',
      calendar,
    }),
  ],
});
describe('what a day would move, before anybody sets it', () => {
  let room: Room;
  beforeEach(async () => {
    room = await Room.open();
    const ids = ['P-1', 'P-2', 'P-3'];
    room.log.deliver(
      ...recorded([
        entity('edu', 'EG'),
        entity('gulf', 'AE'),
        ...ids.map((id) => toldProject(id)),
        toldProject('P-4', { owner: 'gulf' }),
        toldProject('P-5', { audience: 'team' }),
        ...[...ids, 'P-4', 'P-5'].map((id) => toldMilestone(id)),
      ]),
    );
    await room.at('2026-02-10T09:00:00.000Z');
  });
  afterEach(() => room.close());

  const ask = (over: { limit?: number; cursor?: string; calendar?: string; scope?: { entity: string } } = {}) =>
    room.ask<CalendarChangePage>({
      ask: 'calendar-change',
      calendar: 'EG',
      date: '2026-03-04',
      off: true,
      limit: 50,
      reader: administrator,
      ...over,
    });

  it('names the initiatives of that calendar alone, and says what of them moves', async () => {
    const page = await ask();
    expect(page.items.map(({ initiative: { id } }) => id)).toEqual(['P-1', 'P-2', 'P-3']);
    expect(page.items[0]?.moves).toEqual([
      {
        what: 'missed-from',
        milestone: 'm',
        milestoneTitle: { en: 'Milestone of P-1' },
        from: '2026-03-08',
        to: '2026-03-09',
      },
    ]);
  });

  it('counts what was looked at page by page, and leaves out what may not be seen but for its number', async () => {
    const first = await ask({ limit: 2 });
    expect(first).toMatchObject({ looked: 2, of: 4, restricted: 1 });
    const second = await ask({ limit: 2, cursor: first.next! });
    expect(second).toMatchObject({ looked: 4, of: 4 });
    const last = await ask({ limit: 2, cursor: second.next! });
    expect(last).toMatchObject({ items: [], looked: 4, of: 4, next: null });
  });

  it('records nothing', async () => {
    const before = await room.timeline('projects/P-1');
    await ask();
    expect(await room.timeline('projects/P-1')).toEqual(before);
  });

  it('refuses an entity nobody knows, and a cursor of another day', async () => {
    await expect(ask({ scope: { entity: 'nobody' } })).rejects.toMatchObject({ code: 'entity/unknown' });
    const { next } = await ask({ limit: 1 });
    await expect(ask({ cursor: next!, scope: { entity: 'edu' } })).rejects.toMatchObject({
      code: 'page/cursor-invalid',
    });
  });
});
