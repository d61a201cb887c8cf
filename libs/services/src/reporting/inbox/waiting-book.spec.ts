import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@masar/access';
import { addDays } from '@masar/calendar';
import { event, type AnyRecordedEvent } from '@masar/contracts';
import { recorded } from '../rehearsal/recorded.js';
import { randomStory } from '../rehearsal/random-story.js';
import { Room } from '../rehearsal/room.js';
import { Views } from '../queries/view.js';
import { InboxQuery } from './inbox-query.js';
import { WaitingBook } from './waiting-book.js';

const everybody: Actor = { user: 'admin', roles: ['administrator'], onlyAccount: true };

/** Two inboxes over one room: one that keeps what it knows, and a new one at each question. */
const inboxesOf = (room: Room) => {
  const { readModels: models, history } = room.store;
  const views = new Views({ log: room.log, models, history, defaultZone: 'Africa/Cairo' });
  const book = new WaitingBook();
  const kept = new InboxQuery(book);
  const ask = (query: InboxQuery, now: string) =>
    query.read(views, { ask: 'inbox', now, reader: everybody, limit: 500 });
  return { book, kept: (now: string) => ask(kept, now), fresh: (now: string) => ask(new InboxQuery(), now) };
};

const inSteps = (events: readonly AnyRecordedEvent[], size: number): readonly (readonly AnyRecordedEvent[])[] =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, at) => events.slice(at * size, (at + 1) * size));

describe('what is known to wait', () => {
  it.each([1, 2, 3])(
    'is what everything read again would say, after every few events and as days pass (story %i)',
    async (story) => {
      const room = await Room.open();
      const { kept, fresh } = inboxesOf(room);
      let most = 0;
      for (const events of inSteps(recorded(randomStory(story)), 7)) {
        room.log.deliver(...events);
        const now = events.at(-1)!.recordedAt;
        await room.at(now);
        const page = await kept(now);
        expect(page).toEqual(await fresh(now));
        most = Math.max(most, page.items.length);
      }
      for (let days = 1; days < 60; days += 13) {
        const now = `${addDays('2026-03-05', days)}T09:00:00.000Z`;
        await room.at(now);
        expect(await kept(now)).toEqual(await fresh(now));
      }
      expect(most).toBeGreaterThan(5);
      await room.close();
    },
    60_000,
  );

  it('is read again only where something happened', async () => {
    const room = await Room.open();
    const { book, kept } = inboxesOf(room);
    const now = '2026-02-20T09:00:00.000Z';
    const streams = Array.from({ length: 40 }, (_, at) => `projects/P-${at}` as const);
    const registered = (stream: (typeof streams)[number]) => ({
      stream,
      at: '2026-02-01T09:00:00.000Z',
      events: [
        event('initiative.registered.v1', {
          happenedOn: '2026-02-01',
          kind: 'projects',
          title: { en: stream },
          owner: 'edu',
          draft: false,
          audience: 'portfolio',
          startedOn: '2026-02-01',
        }),
        event('note.added.v1', { happenedOn: '2026-02-01', note: 'n-1', text: 'When?', to: 'layla' }),
      ],
    });
    // Missed, but somebody has said when they are expected instead: looked at, and nothing waits.
    const missed = Array.from({ length: 5 }, (_, at) => ({
      stream: `projects/M-${at}` as const,
      at: '2026-02-12T09:00:00.000Z',
      events: [
        event('initiative.registered.v1', {
          happenedOn: '2026-02-01',
          kind: 'projects',
          title: { en: 'Missed' },
          owner: 'edu',
          draft: false,
          audience: 'portfolio',
          startedOn: '2026-02-01',
        }),
        event('milestone.planned.v1', {
          happenedOn: '2026-02-01',
          milestone: 'm',
          title: { en: 'Site' },
          target: '2026-02-05',
          key: true,
          dependsOn: [],
        }),
        event('milestone.forecast.v1', { happenedOn: '2026-02-12', milestone: 'm', date: '2026-06-01' }),
      ],
    }));
    const answered = {
      stream: streams[7]!,
      at: '2026-02-02T09:00:00.000Z',
      events: [
        event('note.added.v1', { happenedOn: '2026-02-02', note: 'n-2', text: 'May', about: 'n-1', answers: 'n-1' }),
      ],
    };
    const all = recorded([...streams.map(registered), ...missed, answered]);
    room.log.deliver(...all.slice(0, -1));
    await room.at(now);
    expect((await kept(now)).total).toBe(40);
    expect(book.readings).toBe(45);
    await kept(now);
    expect(book.readings).toBe(45);
    room.log.deliver(...all.slice(-1));
    await room.at(now);
    expect((await kept(now)).total).toBe(39);
    expect(book.readings).toBe(46);
    await room.close();
  });
});
