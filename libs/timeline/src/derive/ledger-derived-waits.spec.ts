import { describe, expect, it } from '@jest/globals';
import {
  began,
  entered,
  milestone,
  planned,
  registered,
  registeredLaw,
  typedOn,
  type Minute,
} from '../testing/history.js';
import { concurrentLines, ledgerLines, timeline } from '../testing/minutes.js';

const blocker = (on: string, over: Readonly<Record<string, unknown>> = {}): Minute => [
  'blocker.raised',
  on,
  { blocker: 'b', title: { en: 'Site' }, decider: 'entity:finance', dueOn: '2026-03-01', ...over },
];

describe('(a) a law stage held by another party', () => {
  const law = [registeredLaw(), entered('ministry-draft', '2026-01-04'), entered('committee', '2026-02-01')];
  it('waits on the party named when entering, before the holder of the path', () => {
    const minutes = [...law.slice(0, 2), entered('committee', '2026-02-01', { party: 'entity:finance' })];
    expect(ledgerLines(timeline(minutes, '2026-02-05')).at(-1)).toBe('02-01 → 02-05 4 waiting finance');
  });
  it('is active where the holder owns the law by then', () => {
    const held = entered('committee', '2026-02-01', { party: 'entity:finance' });
    const taken: Minute = ['initiative.owner-changed', '2026-02-03', { from: 'justice', to: 'finance', reason: 'r' }];
    expect(ledgerLines(timeline([...law.slice(0, 2), held, taken], '2026-02-05')).slice(1)).toEqual([
      '02-01 → 02-03 2 waiting finance',
      '02-03 → 02-05 2 active finance',
    ]);
  });
  it('is concurrent under a recorded wait', () => {
    const view = timeline([...law, began('w', '2026-02-03', 'entity:finance')], '2026-02-05');
    expect(ledgerLines(view).at(-1)).toBe('02-03 → 02-05 2 waiting finance');
    expect(concurrentLines(view)).toEqual(['02-03 → 02-05 2 waiting legislature']);
  });
  it('is statutory inside the legal period and unstated after it', () => {
    const view = timeline([...law, entered('promulgation', '2026-03-01')], '2026-04-05');
    const last = view.ledger?.entries.slice(-2).map(({ from, days, cause }) => [from, days, cause]);
    expect(last).toEqual([
      ['2026-03-01', 30, 'statutory'],
      ['2026-03-31', 5, 'unstated'],
    ]);
    expect(view.stages.at(-1)).toMatchObject({ stage: 'promulgation', legalUntil: '2026-03-31', to: null });
  });
});

describe('(c) something undecided for more than five working days', () => {
  it('books from the sixth working day on the decider until it is decided', () => {
    const resolved: Minute = ['blocker.resolved', '2026-02-15', { blocker: 'b', outcome: 'done' }];
    // Raised on Sunday 02-01: 2, 3, 4, 5 and 8 are five working days; the sixth is Monday 02-09.
    const view = timeline([registered(), blocker('2026-02-01'), resolved], '2026-02-20');
    expect(ledgerLines(view)).toEqual([
      '02-01 → 02-09 8 active education',
      '02-09 → 02-15 6 waiting finance',
      '02-15 → 02-20 5 active education',
    ]);
  });
  it('books a decider without entity on the cabinet', () => {
    const view = timeline([registered(), blocker('2026-02-01', { decider: 'minister' })], '2026-02-11');
    expect(ledgerLines(view).at(-1)).toBe('02-09 → 02-11 2 waiting cabinet');
  });
  it('asks where a named decider belongs', () => {
    const over = { partyOfPerson: () => 'entity:land' };
    const view = timeline([registered(), blocker('2026-02-01', { decider: 'minister' })], '2026-02-11', over);
    expect(ledgerLines(view).at(-1)).toBe('02-09 → 02-11 2 waiting land');
  });
  it('is concurrent while another milestone is in progress; a date request does not mind its own', () => {
    const plans = [registered(), planned('m', '2026-06-01'), planned('n', '2026-06-01')];
    const asked: Minute = [
      'milestone.target-change-requested',
      '2026-02-01',
      { milestone: 'm', change: 'c', from: '2026-06-01', to: '2026-07-01', reason: 'tender' },
    ];
    const own = timeline([...plans, asked, milestone('started', 'm', '2026-02-01')], '2026-02-11');
    expect(ledgerLines(own).at(-1)).toBe('02-09 → 02-11 2 waiting cabinet');
    const other = timeline([...plans, asked, milestone('started', 'n', '2026-02-01')], '2026-02-11');
    expect(ledgerLines(other)).toEqual(['02-01 → 02-11 10 active education']);
    expect(concurrentLines(other)).toEqual(['02-09 → 02-11 2 waiting cabinet']);
  });
  it('counts a pause request from the day it was recorded', () => {
    const asked = { pause: 'p', on: '2026-02-20', until: '2026-03-01', reason: 'flood', steps: 'none' };
    const requested = typedOn(['pause.requested', '2026-02-20', asked], '2026-02-01');
    expect(ledgerLines(timeline([registered(), requested], '2026-02-11')).at(-1)).toBe(
      '02-09 → 02-11 2 waiting cabinet',
    );
  });
});

describe('(d) a started milestone of another party', () => {
  const plans = [registered(), planned('own', '2026-06-01'), planned('m', '2026-06-01', { party: 'entity:finance' })];
  it('waits on that party while no other milestone is started', () => {
    const steps = [
      milestone('started', 'm', '2026-02-03'),
      milestone('started', 'own', '2026-02-06'),
      milestone('reached', 'own', '2026-02-10'),
    ];
    const view = timeline([...plans, ...steps], '2026-02-12');
    expect(ledgerLines(view)).toEqual([
      '02-01 → 02-03 2 active education',
      '02-03 → 02-06 3 waiting finance',
      '02-06 → 02-10 4 active education',
      '02-10 → 02-12 2 waiting finance',
    ]);
    expect(view.ledger?.entries[1]).toMatchObject({
      source: 'derived',
      rule: 'other-party',
      cause: 'unstated',
      because: ['projects/P-1@4'],
    });
  });
});

describe('overlapping derived waits', () => {
  it('go to the earlier start, of equals to the rule that comes first', () => {
    const law = [
      registeredLaw(),
      planned('m', '2026-06-01', { party: 'entity:finance' }),
      entered('ministry-draft', '2026-01-04'),
      entered('committee', '2026-02-01'),
    ];
    const same = timeline([...law, milestone('started', 'm', '2026-02-01')], '2026-02-05');
    expect(ledgerLines(same).at(-1)).toBe('02-01 → 02-05 4 waiting legislature');
    const earlier = timeline([...law, milestone('started', 'm', '2026-01-20')], '2026-02-05');
    expect(ledgerLines(earlier).at(-1)).toBe('01-20 → 02-05 16 waiting finance');
  });
});
