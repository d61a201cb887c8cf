import { describe, expect, it } from '@jest/globals';
import { corrected, planned, registered, type Minute } from '../testing/history.js';
import { milestoneOf, timeline } from '../testing/minutes.js';

const read = (minutes: readonly Minute[], on: string) => milestoneOf(timeline(minutes, on), 'm');
const moved = (to: unknown, on: string): Minute => [
  'milestone.target-moved',
  on,
  { milestone: 'm', from: '2026-03-01', to, reason: 'rain' },
];
const set = (target: unknown, on: string): Minute => ['milestone.target-set', on, { milestone: 'm', target }];

describe('original and current target', () => {
  it('the lead moves the current one; the original stays; slip is between them', () => {
    const minutes = [registered(), planned('m', '2026-03-01'), moved('2026-03-08', '2026-02-20')];
    expect(read(minutes, '2026-02-19').slip).toEqual({ days: 0, workingDays: 0 });
    expect(read(minutes, '2026-02-20')).toMatchObject({
      originalTarget: { date: '2026-03-01' },
      currentTarget: { date: '2026-03-08' },
      slip: { days: 7, workingDays: 5 },
    });
  });
  it('an approved request moves it on the day of the decision', () => {
    const minutes: readonly Minute[] = [
      registered(),
      planned('m', '2026-03-01'),
      [
        'milestone.target-change-requested',
        '2026-02-20',
        { milestone: 'm', change: 'c', from: '2026-03-01', to: '2026-04-01', reason: 'tender' },
      ],
      ['milestone.target-change-decided', '2026-02-25', { milestone: 'm', change: 'c', decision: 'approved' }],
    ];
    const undecided = read(minutes, '2026-02-24');
    expect(undecided).toMatchObject({ currentTarget: { date: '2026-03-01' }, request: { id: 'c', to: '2026-04-01' } });
    const decided = read(minutes, '2026-02-25');
    expect(decided.currentTarget).toEqual({ date: '2026-04-01' });
    expect(decided.request).toBeUndefined();
    expect(decided.targetChanges).toMatchObject([
      { how: 'planned', to: '2026-03-01' },
      { how: 'requested', to: '2026-04-01', state: 'approved', decidedOn: '2026-02-25' },
    ]);
  });
  it('the first date of a milestone that had none is its original', () => {
    const minutes = [registered(), planned('m', { absent: 'not-yet-planned' }), set('2026-05-01', '2026-03-01')];
    expect(read(minutes, '2026-02-20')).toMatchObject({
      originalTarget: { absent: 'not-yet-planned' },
      currentTarget: { absent: 'not-yet-planned' },
      slip: null,
    });
    expect(read(minutes, '2026-03-02')).toMatchObject({ originalTarget: { date: '2026-05-01' }, slip: { days: 0 } });
  });
  it('dates move freely in a draft; the last before publishing is the first promise', () => {
    const minutes: readonly Minute[] = [
      registered({ draft: true }),
      planned('m', '2026-03-01'),
      set('2026-04-01', '2026-02-05'),
      ['initiative.published', '2026-02-10', {}],
      moved('2026-04-05', '2026-02-15'),
    ];
    expect(timeline(minutes, '2026-02-06').status).toBe('draft');
    expect(read(minutes, '2026-02-06')).toMatchObject({ originalTarget: null, currentTarget: { date: '2026-04-01' } });
    expect(read(minutes, '2026-02-20')).toMatchObject({ originalTarget: { date: '2026-04-01' }, slip: { days: 4 } });
  });
  it('a corrected original takes the current with it where both were the same', () => {
    const minutes = [
      registered(),
      planned('m', '2026-03-01'),
      corrected(2, 'target', '2026-03-01', '2026-03-11', '2026-02-20'),
    ];
    expect(read(minutes, '2026-02-10')).toMatchObject({
      originalTarget: { date: '2026-03-11' },
      currentTarget: { date: '2026-03-11' },
      slip: { days: 0 },
      corrections: [{ field: 'target' }],
    });
  });
  it('else it moves alone', () => {
    const minutes = [
      registered(),
      planned('m', '2026-03-01'),
      moved('2026-03-05', '2026-02-10'),
      corrected(2, 'target', '2026-03-01', '2026-03-03', '2026-02-20'),
    ];
    expect(read(minutes, '2026-02-25')).toMatchObject({ currentTarget: { date: '2026-03-05' }, slip: { days: 2 } });
  });
  it('also where the current had gone away and come back', () => {
    const minutes = [
      registered(),
      planned('m', '2026-03-01'),
      moved('2026-03-05', '2026-02-10'),
      moved('2026-03-01', '2026-02-12'),
      corrected(2, 'target', '2026-03-01', '2026-03-03', '2026-02-20'),
    ];
    expect(read(minutes, '2026-02-25')).toMatchObject({ currentTarget: { date: '2026-03-03' }, slip: { days: 0 } });
  });
  it('variance: the actual, else the forecast, against the original', () => {
    const forecast: Minute = ['milestone.forecast', '2026-02-20', { milestone: 'm', date: '2026-03-10' }];
    const minutes = [registered(), planned('m', '2026-03-01'), forecast];
    expect(read(minutes, '2026-02-19').variance).toBeNull();
    expect(read(minutes, '2026-02-20')).toMatchObject({
      forecast: { team: '2026-03-10', reason: 'not-offered' },
      variance: { days: 9, workingDays: 7 },
    });
  });
});
