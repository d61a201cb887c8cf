import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { event, type AnyRecordedEvent, type PortfolioPage, type TimelineView } from '@masar/contracts';
import { ArrayLog } from './rehearsal/array-log.js';
import { recorded, type Told } from './rehearsal/recorded.js';
import { Room } from './rehearsal/room.js';

const stream = 'projects/P-1';
const other = 'projects/P-2';
const at = (day: number) => `2026-02-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const registration = (name: typeof stream | typeof other): Told => ({
  stream: name,
  at: at(1),
  events: [
    event('initiative.registered.v1', {
      happenedOn: '2026-02-01',
      kind: 'projects',
      title: { en: name },
      owner: 'edu',
      draft: false,
      audience: 'portfolio',
      startedOn: '2026-02-01',
    }),
  ],
});
const milestone = (id: string, day: number): Told => ({
  stream,
  at: at(day),
  events: [
    event('milestone.planned.v1', {
      happenedOn: `2026-02-${String(day).padStart(2, '0')}`,
      milestone: id,
      title: { en: id },
      target: '2026-06-01',
      key: false,
      dependsOn: [],
    }),
  ],
});
const story = recorded([
  registration(stream),
  registration(other),
  milestone('m-1', 2),
  milestone('m-2', 3),
  milestone('m-3', 4),
]);
const [first, second, one, two, three] = story as [
  AnyRecordedEvent,
  AnyRecordedEvent,
  AnyRecordedEvent,
  AnyRecordedEvent,
  AnyRecordedEvent,
];
const now = '2026-02-10T09:00:00.000Z';

describe('reporting when something is wrong', () => {
  let room: Room;
  beforeEach(async () => {
    room = await Room.open();
  });
  afterEach(() => room.close());

  const milestones = async () => (await room.timeline<TimelineView>(stream)).milestones.map(({ id }) => id);
  const row = async () => (await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50 })).items[0];

  it('folds an event once however often it comes', async () => {
    room.log.deliver(...story, ...story, first, one);
    await room.at(now);
    expect(await milestones()).toEqual(['m-1', 'm-2', 'm-3']);
    expect(await room.projector.parked()).toEqual([]);
  });

  it('waits at a hole, says so, and goes on when it is filled', async () => {
    room.log.truth = story;
    room.log.deliver(first, one, three);
    await room.at(now);
    expect(await milestones()).toEqual(['m-1']);
    expect(await row()).toMatchObject({ incompleteSince: at(4) });
    expect(await room.projector.parked()).toMatchObject([{ stream, applied: 2, version: 3, code: 'hole' }]);
    expect(room.projector.status()).toMatchObject({ holes: 1, parked: 0, forks: 0 });
    expect(await room.projector.republish()).toBe(4);
    expect(await milestones()).toEqual(['m-1', 'm-2', 'm-3']);
    expect(await row()).not.toHaveProperty('incompleteSince');
    expect(await room.projector.parked()).toEqual([]);
  });

  it('fills a hole also when the missing event is simply late', async () => {
    room.log.deliver(first, one, three);
    await room.projector.drained();
    await room.restart();
    room.log.deliver(two);
    await room.at(now);
    expect(await milestones()).toEqual(['m-1', 'm-2', 'm-3']);
  });

  it.each([
    ['other content at a version known', { ...two, hash: 'f'.repeat(64) }, [first, one, two]],
    ['a prevhash that is of no event', { ...two, prevhash: 'f'.repeat(64) }, [first, one]],
  ])('parks a stream with two histories and is not ready (%s)', async (_what, fork, before) => {
    room.log.truth = story;
    room.log.deliver(...before, fork, second);
    await room.at(now);
    expect(await room.projector.parked()).toMatchObject([{ stream, code: 'fork', version: 3 }]);
    expect(room.projector.status().forks).toBe(1);
    await room.restart();
    expect(room.projector.status()).toMatchObject({ forks: 1, parked: 1 });
    expect(await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50 })).toMatchObject({ total: 2 });
    expect(await room.projector.replay(stream)).toEqual([]);
    expect(await milestones()).toEqual(['m-1', 'm-2', 'm-3']);
  });

  it('parks a stream alone for an event against its schema; mended and replayed it reads like a fresh fold', async () => {
    const invalid = { ...two, data: { ...two.data, target: 7 } };
    room.log.deliver(first, second, one, invalid, three);
    await room.at(now);
    expect(await room.projector.parked()).toMatchObject([{ stream, applied: 2, version: 3, code: 'event/invalid' }]);
    expect(room.projector.status()).toMatchObject({ parked: 1, forks: 0 });
    expect(await room.timeline<TimelineView>(stream)).toMatchObject({
      positions: { [stream]: 2 },
      incompleteSince: at(3),
    });
    expect(await room.timeline<TimelineView>(stream, { knownOn: '2026-02-02' })).not.toHaveProperty('incompleteSince');
    const { items } = await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50, knownOn: '2026-02-03' });
    expect(items.map((item) => item.incompleteSince)).toEqual([at(3), undefined]);
    expect(await room.projector.reach(stream, 4, 5_000)).toEqual({ state: 'parked', missing: 2 });
    expect(await room.projector.replay()).toHaveLength(1);
    room.log.truth = story;
    expect(await room.projector.replay()).toEqual([]);
    const fresh = await Room.open();
    fresh.log.deliver(...story);
    await fresh.at(now);
    expect(await room.timeline(stream)).toEqual(await fresh.timeline(stream));
    for (const knownOn of ['2026-02-03', '2026-02-05']) {
      const asked = { ask: 'portfolio', limit: 50, knownOn } as const;
      expect(await room.text(asked)).toBe(await fresh.text(asked));
    }
    await fresh.close();
  });

  it('parks a stream whose facts contradict each other', async () => {
    const contradiction = recorded([
      registration(stream),
      {
        stream,
        at: at(2),
        events: [event('milestone.reached.v1', { happenedOn: '2026-02-02', milestone: 'never-planned', evidence: [] })],
      },
    ]);
    room.log.deliver(...contradiction, second);
    await room.at(now);
    expect(await room.projector.parked()).toMatchObject([{ stream, code: 'fold/failed', version: 2 }]);
    expect(await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50 })).toMatchObject({ total: 2 });
  });

  it('keeps and passes over a type it does not know, and pauses before a version it does not know', async () => {
    const [, unknownType, unknownVersion] = recorded([
      registration(stream),
      { stream, at: at(2), events: [{ type: 'indicator.measured.v1', data: { happenedOn: '2026-02-02' } } as never] },
      { stream, at: at(3), events: [{ type: 'milestone.planned.v9', data: { happenedOn: '2026-02-03' } } as never] },
    ]);
    room.log.deliver(first, unknownType!);
    await room.at(now);
    expect(await room.timeline(stream)).toMatchObject({ positions: { [stream]: 2 } });
    room.log.deliver(unknownVersion!, second);
    await room.at(now);
    expect(room.projector.status().paused).toContain('milestone.planned.v9');
    expect(await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50 })).toMatchObject({ total: 1 });
  });

  it('parks nothing when storage is away, and catches up', async () => {
    room.log.deliver(first);
    await room.at(now);
    room.log.fault = new Error('disk is away');
    room.log.deliver(one, two);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(room.projector.status().paused).toContain('disk is away');
    room.log.fault = undefined;
    expect(await room.projector.reach(stream, 3, 5_000)).toEqual({ state: 'level', missing: 0 });
    expect(await room.projector.parked()).toEqual([]);
    expect(room.projector.status().paused).toBeUndefined();
  });

  it('starts empty when the store was restored', async () => {
    room.log.deliver(...story);
    await room.at(now);
    const log: ArrayLog = room.log;
    log.restore('epoch-2');
    log.deliver(second);
    await room.at(now);
    const { items } = await room.ask<PortfolioPage>({ ask: 'portfolio', limit: 50 });
    expect(items.map(({ id }) => id)).toEqual(['P-2']);
    expect(await room.timeline(other)).toMatchObject({ positions: { [other]: 1 } });
    await expect(room.timeline(stream)).rejects.toMatchObject({ code: 'read/not-found' });
  });

  it('keeps a generation for an hour after a rebuild, and then refuses its cursors', async () => {
    room.log.deliver(...story);
    await room.at(now);
    const asked = { ask: 'portfolio', limit: 1 } as const;
    const { next } = await room.ask<PortfolioPage>(asked);
    await room.projector.rebuild(now);
    expect(await room.ask<PortfolioPage>({ ...asked, cursor: next! })).toMatchObject({ items: [{ id: 'P-2' }] });
    await room.restart();
    await expect(room.ask({ ...asked, cursor: next! })).rejects.toMatchObject({ code: 'page/cursor-expired' });
  });
});
