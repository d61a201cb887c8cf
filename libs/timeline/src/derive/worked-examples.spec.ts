import { describe, expect, it } from '@jest/globals';
import {
  began,
  corrected,
  ended,
  entered,
  factsOf,
  knownBy,
  milestone,
  planned,
  question,
  registered,
  registeredLaw,
  typedOn,
  type Minute,
} from '../testing/history.js';
import { concurrentLines, ledgerLines, milestoneOf, timeline } from '../testing/minutes.js';
import { deriveTimeline } from './timeline.js';

const waitA = began('A', '2026-02-05', 'entity:finance');
const waitB = began('B', '2026-02-10', 'entity:land');
const overlapping: readonly Minute[] = [registered(), waitA, waitB, ended('A', '2026-02-20'), ended('B', '2026-03-01')];

describe('the worked examples', () => {
  it('1: overlapping waits', () => {
    const view = timeline(overlapping, '2026-03-11');
    expect(ledgerLines(view)).toEqual([
      '02-01 → 02-05 4 active education',
      '02-05 → 02-20 15 waiting finance',
      '02-20 → 03-01 9 waiting land',
      '03-01 → 03-11 10 active education',
    ]);
    expect(concurrentLines(view)).toEqual(['02-10 → 02-20 10 waiting land']);
    expect(view.ledger).toMatchObject({ elapsed: 38, active: 14, waiting: 24, paused: 0, flowEfficiency: 0.368 });
    const typedBackwards = [registered(), waitB, waitA, ended('B', '2026-03-01'), ended('A', '2026-02-20')];
    const backwards = timeline(typedBackwards, '2026-03-11');
    expect(ledgerLines(backwards)).toEqual(ledgerLines(view));
    expect(concurrentLines(backwards)).toEqual(concurrentLines(view));
  });

  it('2: a pause inside it that nobody renews', () => {
    const asked = { pause: 'p', on: '2026-02-12', until: '2026-02-14', reason: 'flood', steps: 'none' };
    const view = timeline(
      [
        ...overlapping,
        ['pause.requested', '2026-02-12', asked],
        ['pause.decided', '2026-02-12', { pause: 'p', decision: 'granted', on: '2026-02-12', until: '2026-02-14' }],
      ],
      '2026-03-11',
    );
    expect(ledgerLines(view)).toEqual([
      '02-01 → 02-05 4 active education',
      '02-05 → 02-12 7 waiting finance',
      '02-12 → 02-15 3 paused education',
      '02-15 → 02-20 5 waiting finance',
      '02-20 → 03-01 9 waiting land',
      '03-01 → 03-11 10 active education',
    ]);
    expect(view.ledger?.elapsed).toBe(38);
  });

  it('3: a ruling', () => {
    const minutes: readonly Minute[] = [
      ...overlapping,
      [
        'ledger.contested',
        '2026-03-03',
        { contest: 'c', party: 'entity:finance', from: '2026-02-05', to: '2026-02-20', reason: 'not ours' },
      ],
      [
        'ledger.contest-decided',
        '2026-03-09',
        {
          contest: 'c',
          decision: 'ruled',
          spans: [{ from: '2026-02-05', to: '2026-02-09', party: 'entity:education' }],
          reason: 'papers came late',
        },
      ],
    ];
    const ruled = timeline(minutes, '2026-03-11');
    expect(ruled.ledger).toMatchObject({ elapsed: 38, flowEfficiency: 0.368 });
    const byParty = (view: typeof ruled) => Object.fromEntries((view.ledger?.byParty ?? []).map((p) => [p.party, p]));
    expect(byParty(ruled)).toMatchObject({
      'entity:finance': { waiting: 11, contested: 0 },
      'entity:education': { active: 14, waiting: 4 },
      'entity:land': { waiting: 9 },
    });
    const before = deriveTimeline(question(knownBy(minutes, '2026-03-08'), '2026-03-08'));
    expect(byParty(before)['entity:finance']).toMatchObject({ waiting: 15, contested: 15 });
    const uncontested = deriveTimeline(question(knownBy(minutes, '2026-03-02'), '2026-03-02'));
    expect(byParty(uncontested)['entity:finance']).toMatchObject({ waiting: 15, contested: 0 });
  });

  it('4: typed late', () => {
    const minutes: readonly Minute[] = [
      registered(),
      typedOn(began('late', '2026-03-20', 'entity:finance'), '2026-04-10'),
    ];
    const known = deriveTimeline(question(knownBy(minutes, '2026-04-01'), '2026-04-01'));
    expect(known.ledger?.waiting).toBe(0);
    const view = timeline(minutes, '2026-04-01');
    expect(ledgerLines(view).at(-1)).toBe('03-20 → 04-01 12 waiting finance');
    expect(view.ledger?.entries.at(-1)?.recordedLate).toBe(21);
  });

  it('5: a relative promise', () => {
    const until = (count: number) => minutes.slice(0, count);
    const minutes: readonly Minute[] = [
      registered(),
      planned('m1', '2026-03-01'),
      planned('m2', { after: 'm1', days: 30 }),
      milestone('reached', 'm1', '2026-03-06'),
      milestone('reached', 'm2', '2026-04-01'),
      corrected(4, 'on', '2026-03-06', '2026-03-04', '2026-04-08'),
    ];
    const before = milestoneOf(timeline(until(3), '2026-02-20'), 'm2');
    expect(before.currentTarget).toEqual({ unresolved: true, after: 'm1', days: 30, provisional: '2026-03-31' });
    expect(before.slip).toBeNull();
    const reached = timeline(until(4), '2026-03-10');
    expect(milestoneOf(reached, 'm1').variance?.days).toBe(5);
    expect(milestoneOf(reached, 'm2')).toMatchObject({
      originalTarget: { date: '2026-04-05' },
      currentTarget: { date: '2026-04-05' },
      slip: { days: 0 },
    });
    expect(milestoneOf(timeline(until(5), '2026-04-02'), 'm2').variance?.days).toBe(-4);
    const after = timeline(minutes, '2026-04-10');
    expect(milestoneOf(after, 'm2')).toMatchObject({
      originalTarget: { date: '2026-04-03', inherited: true },
      currentTarget: { date: '2026-04-03', inherited: true },
      slip: { days: 0 },
      variance: { days: -2 },
    });
    expect(after.corrections).toMatchObject([{ corrects: 'projects/P-1@4', from: '2026-03-06', to: '2026-03-04' }]);
    const known = deriveTimeline(question(knownBy(minutes, '2026-04-07'), '2026-04-07'));
    expect(milestoneOf(known, 'm2')).toMatchObject({ currentTarget: { date: '2026-04-05' }, variance: { days: -4 } });
  });

  describe('6: missed, and the protected asker', () => {
    const base: readonly Minute[] = [registered(), planned('m', '2026-03-05')];
    const asked = (on: string): Minute => [
      'milestone.target-change-requested',
      on,
      { milestone: 'm', change: 'c', from: '2026-03-05', to: '2026-05-01', reason: 'tender' },
    ];
    const rejected: Minute = [
      'milestone.target-change-decided',
      '2026-03-15',
      { milestone: 'm', change: 'c', decision: 'rejected' },
    ];
    const status = (minutes: readonly Minute[], on: string) => milestoneOf(timeline(minutes, on), 'm').status;

    it('is missed on 03-12, not on 03-11', () => {
      expect([status(base, '2026-03-11'), status(base, '2026-03-12')]).toEqual(['planned', 'missed']);
    });
    it('asked in time it is not missed while undecided, and missed from the rejection on', () => {
      const minutes = [...base, asked('2026-03-04'), rejected];
      expect(['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-30'].map((on) => status(minutes, on))).toEqual([
        'planned',
        'planned',
        'missed',
        'missed',
      ]);
    });
    it('asked after the target it protects nothing', () => {
      expect(status([...base, asked('2026-03-09')], '2026-03-12')).toBe('missed');
    });
  });

  it('7: a law and nobody types a wait', () => {
    const minutes = [
      registeredLaw(),
      entered('ministry-draft', '2026-01-04'),
      entered('council-of-ministers', '2026-02-01'),
      entered('committee', '2026-02-15'),
    ];
    const view = deriveTimeline(question(factsOf(minutes, 'laws/L-1'), '2026-03-01'));
    expect(view).toMatchObject({ startedOn: '2026-01-04', ledger: { elapsed: 56 } });
    expect(ledgerLines(view)).toEqual([
      '01-04 → 02-01 28 active justice',
      '02-01 → 02-15 14 waiting cabinet',
      '02-15 → 03-01 14 waiting legislature',
    ]);
    expect(view.ledger?.entries[1]).toMatchObject({ source: 'derived', because: ['laws/L-1@3'], cause: 'unstated' });
  });
});
