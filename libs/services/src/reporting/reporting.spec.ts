import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { event, type ChangesPage, type PortfolioPage, type TimelineView } from '@masar/contracts';
import { recorded, type Told } from './rehearsal/recorded.js';
import { Room } from './rehearsal/room.js';

const stream = 'projects/P-1';
const story: Told[] = [
  {
    stream: 'entities/edu',
    at: '2026-01-01T08:00:00.000Z',
    events: [
      event('entity.registered.v1', {
        happenedOn: '2026-01-01',
        name: { ar: 'التعليم' },
        jurisdiction: 'EG',
        zone: 'Africa/Cairo',
        calendar: 'EG',
      }),
    ],
  },
  {
    stream,
    at: '2026-02-01T08:00:00.000Z',
    events: [
      event('initiative.registered.v1', {
        happenedOn: '2026-02-01',
        kind: 'projects',
        title: { ar: 'مدارس' },
        owner: 'edu',
        draft: false,
        audience: 'portfolio',
        startedOn: '2026-02-01',
      }),
    ],
  },
  {
    stream,
    at: '2026-02-01T09:00:00.000Z',
    events: [
      event('milestone.planned.v1', {
        happenedOn: '2026-02-01',
        milestone: 'm',
        title: { ar: 'موقع' },
        target: '2026-03-05',
        key: true,
        dependsOn: [],
      }),
    ],
  },
  {
    stream,
    at: '2026-02-03T09:00:00.000Z',
    events: [event('milestone.started.v1', { happenedOn: '2026-02-03', milestone: 'm' })],
  },
  {
    stream,
    at: '2026-03-20T09:00:00.000Z',
    events: [event('milestone.reached.v1', { happenedOn: '2026-03-19', milestone: 'm', evidence: [] })],
  },
];

describe('from an event to what is read', () => {
  let room: Room;
  beforeEach(async () => {
    room = await Room.open();
    room.log.deliver(...recorded(story));
    await room.at('2026-03-25T09:00:00.000Z');
  });
  afterEach(() => room.close());

  it('a timeline', async () => {
    const timeline = await room.timeline<TimelineView>(stream);
    expect(timeline).toMatchObject({ id: 'P-1', on: '2026-03-25', knownOn: '2026-03-25', positions: { [stream]: 4 } });
    expect(timeline.ledger?.elapsed).toBe(52);
    expect(timeline.milestones[0]).toMatchObject({ status: 'reached', actual: '2026-03-19' });
  });

  it('a timeline as known on a day', async () => {
    const timeline = await room.timeline<TimelineView>(stream, { knownOn: '2026-03-19' });
    expect(timeline).toMatchObject({ on: '2026-03-19', positions: { [stream]: 3 } });
    expect(timeline.milestones[0]).toMatchObject({ status: 'missed', actual: null });
  });

  it('the portfolio, today and on any day before', async () => {
    const today = await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50 });
    expect(today).toMatchObject({
      total: 1,
      next: null,
      totals: { initiatives: 1, byStatus: { active: 1 }, missed: 0, active: 52 },
    });
    const before = await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50, knownOn: '2026-03-12' });
    expect(before.items[0]).toMatchObject({ missed: 1, elapsed: 39 });
    expect(await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50, knownOn: '2026-03-11' })).toMatchObject({
      totals: { missed: 0 },
    });
    expect(await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50, knownOn: '2026-01-31' })).toMatchObject({
      items: [],
      total: 0,
    });
  });

  it('what changed, with time alone among it', async () => {
    const { items, corrections } = await room.ask<ChangesPage>({
      ask: 'changes',
      since: '2026-02-10T00:00:00.000Z',
      limit: 50,
    });
    expect(corrections).toEqual([]);
    const missed = items.filter(({ change }) => change === 'missed');
    expect(missed.map(({ at, from, to }) => [at, from, to])).toEqual([
      ['2026-03-11T22:00:00.000Z', 0, 1],
      ['2026-03-20T09:00:00.000Z', 1, 0],
    ]);
    expect(items.find(({ change }) => change === 'actual')).toMatchObject({
      to: '2026-03-19',
      because: [`${stream}@4`],
    });
  });

  it('changes are asked up to today where the house is, also while it is still yesterday in UTC', async () => {
    await room.at('2026-03-21T22:30:00.000Z');
    const upTo = (knownOn: string) =>
      room.ask<ChangesPage>({ ask: 'changes', since: '2026-03-01T00:00:00.000Z', limit: 500, knownOn });
    expect((await upTo('2026-03-22')).until).toBe('2026-03-21T22:30:00.000Z');
    await expect(upTo('2026-03-23')).rejects.toThrow('read/on-in-future');
  });

  it('the same after a restart and after a rebuild', async () => {
    const questions = [
      { ask: 'timeline', stream } as const,
      { ask: 'portfolio', limit: 50 } as const,
      { ask: 'portfolio', limit: 50, knownOn: '2026-03-12' } as const,
      { ask: 'changes', since: '2026-01-01T00:00:00.000Z', limit: 500 } as const,
      { ask: 'milestones', limit: 50 } as const,
      { ask: 'delays' } as const,
    ];
    const answers = () => Promise.all(questions.map((question) => room.text(question)));
    const first = await answers();
    await room.restart();
    expect(await answers()).toEqual(first);
    const told = room.changes.length;
    await room.projector.rebuild('2026-03-25T09:00:00.000Z');
    expect(await answers()).toEqual(first);
    expect(room.changes).toHaveLength(told);
  });
});
