import { beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, oneOf, type Shown } from '../harness/shown.js';
import { registerEntities, timelineOf, useSystem } from '../harness/system-for-specs.js';

const { api, at } = useSystem({ now: '2026-02-01T08:00:00.000Z' });

const project = (id: string, startedOn: string) =>
  api().accept('/api/projects', { id, title: { en: id }, owner: 'education', startedOn });
const ledgerOf = (timeline: Shown): Shown => timeline['ledger'] as Shown;
const spans = (timeline: Shown): string[] =>
  listOf(ledgerOf(timeline)['entries']).map((e) => `${e['from']} ${e['to']} ${e['days']} ${e['bucket']} ${e['party']}`);
const milestone = (timeline: Shown, id: string): Shown => oneOf(timeline['milestones'], 'id', id);
/** Active, waiting and contested days by party. */
const parties = (timeline: Shown): Record<string, unknown[]> =>
  Object.fromEntries(
    listOf(ledgerOf(timeline)['byParty']).map((p) => [String(p['party']), [p['active'], p['waiting'], p['contested']]]),
  );

const waitA = { party: 'entity:finance', reason: 'busy', since: '2026-02-05' };
const waitB = { party: 'entity:land', reason: 'tender', since: '2026-02-10' };

/** Example 1, typed A then B or B then A, both ended. */
const overlapping = async (id: string, order: readonly (typeof waitA)[]) => {
  await project(id, '2026-02-01');
  for (const wait of order) {
    const { id: waitId } = await api().accept(`/api/projects/${id}/waits`, wait);
    await api().accept(`/api/projects/${id}/waits/${waitId}/end`, { on: wait === waitA ? '2026-02-20' : '2026-03-01' });
  }
};

beforeAll(() => registerEntities(api(), ['education', 'finance', 'land', 'justice']));

describe('the worked examples over HTTP', () => {
  it('1: overlapping waits', async () => {
    at('2026-03-11');
    await overlapping('one-ab', [waitA, waitB]);
    await overlapping('one-ba', [waitB, waitA]);
    const timeline = await timelineOf(api(), 'projects/one-ab', { on: '2026-03-11' });
    expect(spans(timeline)).toEqual([
      '2026-02-01 2026-02-05 4 active entity:education',
      '2026-02-05 2026-02-20 15 waiting entity:finance',
      '2026-02-20 2026-03-01 9 waiting entity:land',
      '2026-03-01 2026-03-11 10 active entity:education',
    ]);
    expect(timeline['ledger']).toMatchObject({ elapsed: 38, active: 14, waiting: 24, paused: 0 });
    expect(ledgerOf(timeline)['flowEfficiency']).toBeCloseTo(0.368, 3);
    expect(ledgerOf(timeline)['concurrent']).toMatchObject([
      { party: 'entity:land', from: '2026-02-10', to: '2026-02-20', days: 10 },
    ]);
    expect(spans(await timelineOf(api(), 'projects/one-ba', { on: '2026-03-11' }))).toEqual(spans(timeline));
  });

  it('2: a pause inside it that nobody renews', async () => {
    at('2026-02-12');
    await project('two', '2026-02-01');
    const asked = await api().accept('/api/projects/two/pauses', {
      on: '2026-02-12',
      until: '2026-02-14',
      reason: 'flood',
      steps: 'pump',
    });
    await api().accept(`/api/projects/two/pauses/${asked['id']}/grant`, {});
    at('2026-03-11');
    for (const wait of [waitA, waitB]) {
      const { id } = await api().accept('/api/projects/two/waits', wait);
      await api().accept(`/api/projects/two/waits/${id}/end`, { on: wait === waitA ? '2026-02-20' : '2026-03-01' });
    }
    const timeline = await timelineOf(api(), 'projects/two', { on: '2026-03-11' });
    expect(timeline['ledger']).toMatchObject({ elapsed: 38, active: 14, waiting: 21, paused: 3 });
    expect(spans(timeline).slice(1, 4)).toEqual([
      '2026-02-05 2026-02-12 7 waiting entity:finance',
      '2026-02-12 2026-02-15 3 paused entity:education',
      '2026-02-15 2026-02-20 5 waiting entity:finance',
    ]);
  });

  it('3: a ruling, and what was believed before it', async () => {
    at('2026-03-01');
    await overlapping('three', [waitA, waitB]);
    at('2026-03-03');
    const { id } = await api().accept('/api/projects/three/contests', {
      party: 'entity:finance',
      from: '2026-02-05',
      to: '2026-02-20',
      reason: 'the file came late',
    });
    at('2026-03-08');
    await api().accept(`/api/projects/three/contests/${id}/rule`, {
      spans: [{ from: '2026-02-05', to: '2026-02-09', party: 'entity:education' }],
      reason: 'it did',
    });
    at('2026-03-11');
    const ruled = await timelineOf(api(), 'projects/three', { on: '2026-03-11' });
    expect(parties(ruled)).toEqual({
      'entity:education': [14, 4, 0],
      'entity:finance': [0, 11, 0],
      'entity:land': [0, 9, 0],
    });
    expect(ledgerOf(ruled)['flowEfficiency']).toBeCloseTo(0.368, 3);
    const contested = await timelineOf(api(), 'projects/three', { knownOn: '2026-03-05', on: '2026-03-05' });
    expect(parties(contested)['entity:finance']).toEqual([0, 15, 15]);
    const before = await timelineOf(api(), 'projects/three', { knownOn: '2026-03-02' });
    expect(parties(before)['entity:finance']).toEqual([0, 15, 0]);
  });

  it('4: typed late', async () => {
    at('2026-03-15');
    await project('four', '2026-03-15');
    at('2026-04-10');
    await api().accept('/api/projects/four/waits', { party: 'entity:finance', reason: 'busy', since: '2026-03-20' });
    const known = await timelineOf(api(), 'projects/four', { knownOn: '2026-04-01' });
    expect(known).toMatchObject({ on: '2026-04-01', ledger: { waiting: 0 } });
    const now = await timelineOf(api(), 'projects/four', { on: '2026-04-01' });
    expect(ledgerOf(now)['waiting']).toBe(12);
    const wait = oneOf(ledgerOf(now)['entries'], 'bucket', 'waiting');
    expect(wait).toMatchObject({ from: '2026-03-20', to: '2026-04-01' });
    expect(wait['recordedLate']).toBeGreaterThan(10);
  });

  it('5: a relative promise, resolved, corrected, inherited', async () => {
    at('2026-02-01');
    await project('five', '2026-02-01');
    const path = '/api/projects/five';
    await api().accept(`${path}/milestones`, { id: 'm1', title: { en: 'm1' }, target: '2026-03-01' });
    await api().accept(`${path}/milestones`, { id: 'm2', title: { en: 'm2' }, target: { after: 'm1', days: 30 } });
    const open = milestone(await timelineOf(api(), 'projects/five'), 'm2');
    expect(open['currentTarget']).toMatchObject({ unresolved: true, after: 'm1', days: 30, provisional: '2026-03-31' });
    expect(open['slip']).toBeNull();
    at('2026-03-06');
    const reached = await api().accept(`${path}/milestones/m1/reach`, { on: '2026-03-06' });
    const resolved = await timelineOf(api(), 'projects/five');
    expect(milestone(resolved, 'm1')['variance']).toMatchObject({ days: 5 });
    expect(milestone(resolved, 'm2')).toMatchObject({
      originalTarget: { date: '2026-04-05' },
      currentTarget: { date: '2026-04-05' },
      slip: { days: 0 },
    });
    at('2026-04-01');
    await api().accept(`${path}/milestones/m2/reach`, { on: '2026-04-01' });
    expect(milestone(await timelineOf(api(), 'projects/five'), 'm2')['variance']).toMatchObject({ days: -4 });
    at('2026-04-03');
    const { id } = await api().accept(`${path}/corrections`, {
      version: reached['version'],
      field: 'on',
      to: '2026-03-04',
      reason: 'the minutes say so',
    });
    await api().post(`${path}/corrections/${id}/approve`, {});
    const corrected = await timelineOf(api(), 'projects/five');
    expect(milestone(corrected, 'm2')).toMatchObject({
      currentTarget: { date: '2026-04-03', inherited: true },
      slip: { days: 0 },
      variance: { days: -2 },
    });
    expect(corrected['corrections']).toHaveLength(1);
    const believed = milestone(await timelineOf(api(), 'projects/five', { knownOn: '2026-04-02' }), 'm2');
    expect(believed).toMatchObject({ currentTarget: { date: '2026-04-05' }, variance: { days: -4 } });
  });

  it('7: a law, and nobody types a wait', async () => {
    at('2026-02-15');
    await api().accept('/api/laws', {
      id: 'seven',
      title: { en: 'law' },
      owner: 'justice',
      jurisdiction: 'EG',
      instrument: 'law',
      startedOn: '2026-01-04',
    });
    for (const [stage, on] of [
      ['ministry-draft', '2026-01-04'],
      ['council-of-ministers', '2026-02-01'],
      ['committee', '2026-02-15'],
    ])
      await api().accept('/api/laws/seven/stages', { stage, on });
    at('2026-03-01');
    const timeline = await timelineOf(api(), 'laws/seven', { on: '2026-03-01' });
    expect(ledgerOf(timeline)['elapsed']).toBe(56);
    expect(spans(timeline)).toEqual([
      '2026-01-04 2026-02-01 28 active entity:justice',
      '2026-02-01 2026-02-15 14 waiting cabinet',
      '2026-02-15 2026-03-01 14 waiting legislature',
    ]);
    expect(listOf(ledgerOf(timeline)['entries'])[1]).toMatchObject({ source: 'derived', because: ['laws/seven@3'] });
  });
});

describe('6: missed, and the protected asker', () => {
  const missedOn = async (id: string, on: string): Promise<boolean> =>
    String(milestone(await timelineOf(api(), `projects/${id}`, { on }), 'm')['status']) === 'missed';
  const promised = async (id: string) => {
    at('2026-02-01');
    await project(id, '2026-02-01');
    await api().accept(`/api/projects/${id}/milestones`, {
      id: 'm',
      title: { en: 'm' },
      target: '2026-03-05',
      key: true,
    });
  };
  const ask = (id: string) =>
    api().accept(`/api/projects/${id}/milestones/m/target-changes`, { to: '2026-05-05', reason: 'late drawings' });

  it('is missed on the fifth working day after the target, not before', async () => {
    await promised('six-plain');
    at('2026-03-20');
    expect([await missedOn('six-plain', '2026-03-11'), await missedOn('six-plain', '2026-03-12')]).toEqual([
      false,
      true,
    ]);
  });

  it('protects who asked in time until decided, and counts from the target when rejected', async () => {
    await promised('six-asked');
    at('2026-03-04');
    const { id } = await ask('six-asked');
    at('2026-03-13');
    expect(await missedOn('six-asked', '2026-03-13')).toBe(false);
    at('2026-03-15');
    await api().accept(`/api/projects/six-asked/milestones/m/target-changes/${id}/reject`, { reason: 'no' });
    expect(await missedOn('six-asked', '2026-03-15')).toBe(true);
    expect(await missedOn('six-asked', '2026-03-13')).toBe(false);
    expect(await missedOn('six-asked', '2026-03-14')).toBe(false);
  });

  it('suspends for at most twenty working days', async () => {
    await promised('six-silent');
    at('2026-03-04');
    await ask('six-silent');
    at('2026-06-30');
    expect(await missedOn('six-silent', '2026-03-26')).toBe(false);
    expect(await missedOn('six-silent', '2026-06-30')).toBe(true);
  });

  it('protects nobody who asks after the target', async () => {
    await promised('six-late');
    at('2026-03-09');
    await ask('six-late');
    at('2026-03-20');
    expect(await missedOn('six-late', '2026-03-12')).toBe(true);
  });
});
