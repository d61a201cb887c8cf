import { describe, expect, it } from '@jest/globals';
import { initiativeKinds, waitReasons } from '@masar/contracts';
import { houseInMemory, type House } from '../imports/testing/house-in-memory.js';
import { loadDemonstration } from './load-demonstration.js';
import { ministryProgramme } from './stories/index.js';

const fill = (house: House, now: string) =>
  loadDemonstration(ministryProgramme, {
    store: house.store,
    bus: house.bus,
    zone: 'Africa/Cairo',
    restoreClock: () => house.store.setClock({ kind: 'fixed', at: now }),
  });
const all = async (house: House) => {
  const streams = (
    await Promise.all([...initiativeKinds, 'commitments'].map((collection) => house.streams(`${collection}/`)))
  ).flat();
  return (await Promise.all(streams.map((stream) => house.events(stream)))).flat();
};

describe('the demonstration programme', () => {
  it.each([
    '2026-11-21T09:00:00.000Z',
    '2026-04-03T05:00:00.000Z',
    '2027-01-01T22:30:00.000Z',
    '2026-07-12T12:00:00.000Z',
  ])(
    'is told through the deciders on any day: %s',
    async (now) => {
      const house = await houseInMemory(now);
      expect(await fill(house, now)).toBeGreaterThan(150);
      const events = await all(house);
      expect(events.every(({ recordedAt, knownAt }) => recordedAt < now && knownAt === recordedAt)).toBe(true);
      expect(house.store.now()).toBe(now);
    },
    30_000,
  );

  it('has a name in Arabic and in English for everybody in it, and writes none into events', async () => {
    const now = '2026-11-21T09:00:00.000Z';
    const house = await houseInMemory(now);
    await fill(house, now);
    const events = await all(house);
    const named = new Map(ministryProgramme.people.map(({ user, name }) => [user, name]));
    for (const { actor } of events)
      expect(named.get(actor)).toEqual({ ar: expect.stringMatching(/^[\u0600-\u06ff ]+$/), en: expect.any(String) });
    const written = JSON.stringify(events);
    expect([...named.values()].filter(({ ar }) => written.includes(ar!))).toEqual([]);
  });

  it('shows every kind of thing that happens', async () => {
    const now = '2026-11-21T09:00:00.000Z';
    const house = await houseInMemory(now);
    await fill(house, now);
    const events = await all(house);
    const started = events.filter(({ type }) => type === 'initiative.registered.v1');
    expect(started).toHaveLength(24);
    for (const { data } of started) expect(data['title']).toEqual({ ar: expect.any(String), en: expect.any(String) });
    const said = (type: string, field: string) =>
      new Set(events.filter((one) => one.type === type).map(({ data }) => data[field]));
    expect([...said('wait.began.v1', 'reason')].sort()).toEqual([...waitReasons].sort());
    expect([...said('milestone.target-change-decided.v1', 'decision')].sort()).toEqual([
      'approved',
      'rejected',
      'returned',
    ]);
    expect([...said('ledger.contest-decided.v1', 'decision')].sort()).toEqual(['dismissed', 'ruled']);
    expect([...said('pause.decided.v1', 'decision')].sort()).toEqual(['granted', 'refused']);
    expect([...said('correction.decided.v1', 'decision')].sort()).toEqual(['approved', 'rejected']);
    expect([...said('rating.given.v1', 'voice')].sort()).toEqual(['independent', 'reviewer', 'team']);
    expect([...said('note.added.v1', 'answers')].filter(Boolean)).toEqual(['q-1']);
    const types = new Set(events.map(({ type }) => type));
    for (const type of [
      'milestone.reopened.v1',
      'pause.renewed.v1',
      'pause.ended.v1',
      'milestone.target-change-withdrawn.v1',
      'milestone.target-moved.v1',
      'initiative.owner-changed.v1',
      'initiative.completed.v1',
      'initiative.cancelled.v1',
      'blocker.resolved.v1',
      'law.outcome-recorded.v1',
      'policy.entity-exempted.v1',
      'policy.application-returned.v1',
      'entry.corrected.v1',
      'commitment.declined.v1',
      'commitment.returned.v1',
      'commitment.confirmed.v1',
      'commitment.due-change-proposed.v1',
      'rating.given.v1',
    ])
      expect(types).toContain(type);
  });

  it('is told once, and never into a store that holds work', async () => {
    const now = '2026-11-21T09:00:00.000Z';
    const house = await houseInMemory(now);
    await fill(house, now);
    const before = (await all(house)).length;
    expect(await fill(house, now)).toBe(0);
    expect(await all(house)).toHaveLength(before);
    const working = await houseInMemory(now);
    await working.bus.run(
      'entities/e-1',
      { type: 'RegisterEntity', name: { en: 'E' }, jurisdiction: 'EG' },
      { actor: { user: 'admin', roles: [], onlyAccount: true } },
    );
    expect(await fill(working, now)).toBe(0);
    expect(await working.streams('projects/')).toEqual([]);
  });

  it('goes on where a stop cut it short, counted from the same day', async () => {
    const now = '2026-11-21T09:00:00.000Z';
    const [whole, cut] = [await houseInMemory(now), await houseInMemory(now)];
    await fill(whole, now);
    let given = 0;
    const runner = cut.bus.runnerOf.bind(cut.bus);
    cut.bus.runnerOf = (stream) => {
      if ((given += 1) === 120) throw new Error('killed');
      return runner(stream);
    };
    await expect(fill(cut, now)).rejects.toThrow('killed');
    cut.store.setClock({ kind: 'fixed', at: '2026-11-24T09:00:00.000Z' });
    expect(await fill(cut, '2026-11-24T09:00:00.000Z')).toBeGreaterThan(150);
    const facts = async (house: House) =>
      (await all(house)).map(({ stream, version, type, data, recordedAt }) => ({
        stream,
        version,
        type,
        data,
        recordedAt,
      }));
    expect(await facts(cut)).toEqual(await facts(whole));
  });
});
