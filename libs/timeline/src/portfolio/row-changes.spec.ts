import { describe, expect, it } from '@jest/globals';
import {
  began,
  corrected,
  factsOf,
  milestone,
  planned,
  question,
  registered,
  type Minute,
} from '../testing/history.js';
import { portfolioRow } from './review.js';
import { rowChanges } from './row-changes.js';

const row = (minutes: readonly Minute[], on: string) => portfolioRow(question(factsOf(minutes), on));
const told = (before: readonly Minute[], on: string, after: readonly Minute[], later = on) =>
  rowChanges(row(before, on), row(after, later)).map(({ change, from, to, isCorrection }) => [
    change,
    from,
    to,
    isCorrection,
  ]);
const base = [registered(), planned('m', '2026-03-05')];

describe('what changed between two rows', () => {
  it('an initiative that was not there before', () => {
    expect(rowChanges(undefined, row(base, '2026-02-10'))).toMatchObject([{ change: 'registered', to: 'active' }]);
  });
  it('nothing, when only counts ran on', () => {
    expect(told(base, '2026-02-10', base, '2026-02-20')).toEqual([]);
  });
  it('time alone: a milestone missed, a pause lapsed', () => {
    expect(told(base, '2026-03-11', base, '2026-03-12')).toEqual([
      ['missed', 0, 1, false],
      ['milestone-status', 'planned', 'missed', false],
    ]);
    const paused: readonly Minute[] = [
      registered(),
      ['pause.requested', '2026-02-08', { pause: 'p', on: '2026-02-08', until: '2026-02-09', reason: 'r', steps: 's' }],
      ['pause.decided', '2026-02-08', { pause: 'p', decision: 'granted', on: '2026-02-08', until: '2026-02-09' }],
    ];
    expect(told(paused, '2026-02-09', paused, '2026-02-10')).toEqual([
      ['status', 'paused', 'active', false],
      ['pause-lapsed', null, '2026-02-10', false],
    ]);
  });
  it('a moved target, with the slip it makes', () => {
    const moved: Minute = [
      'milestone.target-moved',
      '2026-02-10',
      { milestone: 'm', from: '2026-03-05', to: '2026-03-08', reason: 'r' },
    ];
    expect(told(base, '2026-02-10', [...base, moved]).map(([change]) => change)).toEqual(['slip', 'next', 'target']);
  });
  it('waits beginning, ending and going stale', () => {
    const waiting = [...base, began('w', '2026-02-10', 'entity:land')];
    expect(told(base, '2026-02-10', waiting)).toEqual([['wait-began', null, 'entity:land', false]]);
    expect(told(waiting, '2026-02-20', [...waiting, ['wait.ended', '2026-02-20', { wait: 'w' }]])).toEqual([
      ['wait-ended', 'entity:land', null, false],
    ]);
    expect(
      told(
        [registered(), began('w', '2026-02-10', 'entity:land')],
        '2026-03-09',
        [registered(), began('w', '2026-02-10', 'entity:land')],
        '2026-03-10',
      ),
    ).toEqual([['wait-stale', false, true, false]]);
  });
  it('marks everything that came with a correction', () => {
    const reached = [...base, milestone('reached', 'm', '2026-03-06')];
    expect(
      told(reached, '2026-03-10', [...reached, corrected(3, 'on', '2026-03-06', '2026-03-04', '2026-03-10')]),
    ).toEqual([
      ['corrections', 0, 1, true],
      ['actual', '2026-03-06', '2026-03-04', true],
    ]);
  });
});
