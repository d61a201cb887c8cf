import { describe, expect, it } from '@jest/globals';
import { milestone, planned, registered, typedOn, type Minute } from '../testing/history.js';
import { milestoneOf, timeline } from '../testing/minutes.js';

const base = [registered(), planned('m', '2026-03-05')];
const status = (minutes: readonly Minute[], on: string) => milestoneOf(timeline(minutes, on), 'm').status;
const asked = (on: string): Minute => [
  'milestone.target-change-requested',
  on,
  { milestone: 'm', change: 'c', from: '2026-03-05', to: '2026-05-01', reason: 'tender' },
];
const answered = (decision: string, on: string): Minute => [
  'milestone.target-change-decided',
  on,
  { milestone: 'm', change: 'c', decision },
];

describe('missed', () => {
  it('in the calendar of the party: the Emirates rest on other days', () => {
    const theirs = [registered(), planned('m', '2026-03-05', { party: 'entity:emirates' })];
    // Friday 6, Monday 9 … Thursday 12: five working days there, and the same day as in Egypt; from the 3rd they part.
    expect(status(theirs, '2026-03-12')).toBe('missed');
    const earlier = (over = {}) => [registered(), planned('m', '2026-03-02', over)];
    expect(status(earlier({ party: 'entity:emirates' }), '2026-03-09')).toBe('missed');
    expect(status(earlier(), '2026-03-08')).toBe('planned');
    expect(status(earlier(), '2026-03-09')).toBe('missed');
  });
  it('an undecided request in time protects for twenty working days at most', () => {
    // Asked on Monday 02-02: 18 working days to Thursday 02-26, the twentieth is Monday 03-02.
    const minutes = [registered(), planned('m', '2026-02-02'), asked('2026-02-02')];
    expect(milestoneOf(timeline(minutes, '2026-02-20'), 'm').request?.suspendsMissedUntil).toBe('2026-03-03');
    expect([status(minutes, '2026-03-02'), status(minutes, '2026-03-03')]).toEqual(['planned', 'missed']);
  });
  it('asked counts from the day it was recorded, whatever day it names', () => {
    expect(status([...base, typedOn(asked('2026-03-04'), '2026-03-09')], '2026-03-12')).toBe('missed');
  });
  it('a returned or withdrawn request protects nothing any more', () => {
    const withdrawn: Minute = ['milestone.target-change-withdrawn', '2026-03-10', { milestone: 'm', change: 'c' }];
    expect(status([...base, asked('2026-03-04'), answered('returned', '2026-03-10')], '2026-03-12')).toBe('missed');
    expect(status([...base, asked('2026-03-04'), withdrawn], '2026-03-12')).toBe('missed');
  });
  it('an approved request is missed by its new date only', () => {
    expect(status([...base, asked('2026-03-04'), answered('approved', '2026-03-10')], '2026-03-12')).toBe('planned');
  });
  it('not once it has an actual, nor when it was cancelled; again while reopened', () => {
    expect(status([...base, milestone('reached', 'm', '2026-03-20')], '2026-03-19')).toBe('missed');
    expect(status([...base, milestone('reached', 'm', '2026-03-20')], '2026-03-20')).toBe('reached');
    expect(status([...base, milestone('cancelled', 'm', '2026-03-02')], '2026-03-19')).toBe('cancelled');
    const reopened = [...base, milestone('reached', 'm', '2026-03-06'), milestone('reopened', 'm', '2026-03-09')];
    expect(['2026-03-08', '2026-03-09', '2026-03-12'].map((on) => status(reopened, on))).toEqual([
      'reached',
      'reopened',
      'missed',
    ]);
  });
  it('not on days after the initiative has ended', () => {
    const over: Minute = ['initiative.cancelled', '2026-03-08', { reason: 'merged' }];
    expect(status([...base, over], '2026-04-01')).toBe('planned');
  });
  it('not on days before it was planned, though it was begun earlier', () => {
    const [type, , data] = planned('m', '2026-03-05');
    const begun = [registered(), [type, '2026-03-20', data] as Minute, milestone('started', 'm', '2026-03-08')];
    expect(['2026-03-19', '2026-03-20'].map((on) => status(begun, on))).toEqual(['in-progress', 'missed']);
  });
  it('nothing is missed without a date, nor in a draft', () => {
    const undated = [registered(), planned('m', { absent: 'not-provided' })];
    expect(status(undated, '2026-12-01')).toBe('planned');
    expect(status([registered({ draft: true }), planned('m', '2026-03-05')], '2026-12-01')).toBe('planned');
  });
});

describe('confirmed', () => {
  it('from the day a second party accepted it, until it is reopened', () => {
    const minutes = [
      ...base,
      milestone('reached', 'm', '2026-03-02'),
      milestone('confirmed', 'm', '2026-03-04'),
      milestone('reopened', 'm', '2026-03-05'),
    ];
    expect(['2026-03-03', '2026-03-04', '2026-03-05'].map((on) => status(minutes, on))).toEqual([
      'reached',
      'confirmed',
      'reopened',
    ]);
    expect(milestoneOf(timeline(minutes, '2026-03-04'), 'm').confirmedOn).toBe('2026-03-04');
  });
});
