import { describe, expect, it } from '@jest/globals';
import {
  began,
  entered,
  factsOf,
  milestone,
  planned,
  question,
  registered,
  registeredLaw,
  type Minute,
} from '../testing/history.js';
import { portfolioRow, publicRow } from './review.js';

const row = (minutes: readonly Minute[], on: string, over = {}) => portfolioRow(question(factsOf(minutes), on, over));

describe('a row of the portfolio', () => {
  it('names the open milestone whose date comes first', () => {
    const minutes = [
      registered(),
      planned('late', '2026-05-01'),
      planned('soon', '2026-03-01'),
      planned('never', { absent: 'withheld' }),
    ];
    expect(row(minutes, '2026-02-10').next).toMatchObject({ milestone: 'soon', target: { date: '2026-03-01' } });
    expect(row([...minutes, milestone('reached', 'soon', '2026-02-05')], '2026-02-10').next?.milestone).toBe('late');
  });
  it('slips by the key milestone promised last', () => {
    const moved = (id: string, to: string): Minute => [
      'milestone.target-moved',
      '2026-02-05',
      { milestone: id, from: '', to, reason: 'r' },
    ];
    const minutes = [
      registered(),
      planned('key', '2026-03-01', { key: true }),
      planned('last', '2026-06-01', { key: true }),
      planned('working', '2026-07-01'),
      moved('last', '2026-06-11'),
      moved('working', '2026-07-02'),
    ];
    expect(row(minutes, '2026-02-10').slip?.days).toBe(10);
  });
  it('names the longest wait, neither statutory days nor a sovereign body', () => {
    const law = [
      registeredLaw(),
      entered('council-of-ministers', '2026-01-04'),
      entered('committee', '2026-01-10'),
      began('w', '2026-05-01', 'entity:finance', { reason: 'statutory' }),
    ];
    expect(row(law, '2026-07-01').longestWait).toEqual({ party: 'cabinet', days: 6 });
  });
  it('counts one wait as one, whatever interrupts it', () => {
    const pause: readonly Minute[] = [
      ['pause.requested', '2026-02-08', { pause: 'p', on: '2026-02-08', until: '2026-02-09', reason: 'r', steps: 's' }],
      ['pause.decided', '2026-02-08', { pause: 'p', decision: 'granted', on: '2026-02-08', until: '2026-02-09' }],
    ];
    const waiting = row([registered(), began('w', '2026-02-05', 'entity:land'), ...pause], '2026-02-15');
    expect(waiting.longestWait).toEqual({ party: 'entity:land', days: 8 });
    expect(waiting.growth).toEqual({ elapsed: 1, active: 0, waiting: 1, paused: 0, contested: 0, longestWait: 1 });
  });
  it('is reviewed on the day a pause lapses, a request stops protecting, a law stalls or a blocker turns into a wait', () => {
    const pause: readonly Minute[] = [
      ['pause.requested', '2026-02-08', { pause: 'p', on: '2026-02-08', until: '2026-02-09', reason: 'r', steps: 's' }],
      ['pause.decided', '2026-02-08', { pause: 'p', decision: 'granted', on: '2026-02-08', until: '2026-02-09' }],
    ];
    expect(row([registered(), ...pause], '2026-02-09')).toMatchObject({ status: 'paused', reviewOn: '2026-02-10' });
    const asked: Minute = [
      'milestone.target-change-requested',
      '2026-02-02',
      { milestone: 'm', change: 'c', from: '2026-02-02', to: '2026-05-01', reason: 'r' },
    ];
    const minutes = [
      registered(),
      planned('m', '2026-02-02'),
      planned('n', '2026-12-01'),
      asked,
      milestone('started', 'n', '2026-02-01'),
    ];
    expect(row(minutes, '2026-02-10')).toMatchObject({ missed: 0, reviewOn: '2026-03-03' });
    const blocker: Minute = [
      'blocker.raised',
      '2026-02-01',
      { blocker: 'b', title: { en: 'b' }, decider: 'cabinet', dueOn: '2026-03-01' },
    ];
    expect(row([registered(), blocker], '2026-02-02').reviewOn).toBe('2026-02-09');
    const law = row([registeredLaw(), entered('ministry-draft', '2026-01-04')], '2026-02-02');
    expect(
      law.reviewOn && row([registeredLaw(), entered('ministry-draft', '2026-01-04')], law.reviewOn).stalled,
    ).toBeTruthy();
  });
  it('shows nothing of how it is kept', () => {
    expect(Object.keys(publicRow(row([registered()], '2026-02-10'))).sort()).toEqual([
      'active',
      'confidence',
      'contested',
      'corrections',
      'elapsed',
      'endedOn',
      'id',
      'kind',
      'line',
      'longestWait',
      'missed',
      'next',
      'owner',
      'paused',
      'reviewOn',
      'slip',
      'startedOn',
      'status',
      'title',
      'waiting',
    ]);
  });
});
