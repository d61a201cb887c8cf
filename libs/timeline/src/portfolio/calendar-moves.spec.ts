import { describe, expect, it } from '@jest/globals';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts } from '@masar/directory';
import {
  began,
  ended,
  factsOf,
  history,
  milestone,
  planned,
  question,
  registered,
  type Minute,
} from '../testing/history.js';
import { movesBetween } from './calendar-moves.js';

const entity = (id: string) =>
  history(`entities/${id}`, [
    ['entity.registered', '2020-01-01', { name: { en: id }, jurisdiction: 'EG', zone: 'Africa/Cairo', calendar: 'EG' }],
  ]);
const directoryWith = (...days: readonly Minute[]) =>
  directoryAt(
    collectDirectoryRun(emptyDirectoryFacts, [
      ...entity('education'),
      ...entity('finance'),
      ...history('calendars/EG', days),
    ]),
    { defaultZone: 'Africa/Cairo' },
  );
const off = (date: string, scope?: object): Minute => [
  'calendar.day-set',
  '2026-01-01',
  { date, off: true, reason: 'announced', ...(scope && { scope }) },
];
const plain = directoryWith();
const moves = (minutes: readonly Minute[], on: string, ...days: readonly Minute[]) =>
  movesBetween(question(factsOf(minutes), on, { directory: plain }), directoryWith(...days)).map(
    ({ what, milestone: of, from, to }) => [what, of, from, to].filter((part) => part !== undefined),
  );

describe('what a day of a calendar would move', () => {
  it('a promise counted in working days, and what is counted from it', () => {
    const minutes = [registered(), planned('m', { after: 'start', days: 5, working: true })];
    // Sunday 2026-02-08 is the fifth working day after Sunday 2026-02-01; Friday and Saturday are off.
    expect(moves(minutes, '2026-02-03', off('2026-02-04'))).toEqual([
      ['original-target', 'm', '2026-02-08', '2026-02-09'],
      ['target', 'm', '2026-02-08', '2026-02-09'],
      ['missed-from', 'm', '2026-02-15', '2026-02-16'],
    ]);
  });

  it('the day from which a fixed date is missed, though it is still to come', () => {
    const minutes = [registered(), planned('m', '2026-03-01')];
    expect(moves(minutes, '2026-02-10', off('2026-03-04'))).toEqual([['missed-from', 'm', '2026-03-08', '2026-03-09']]);
  });

  it('whether it is missed today, and the working days of the ledger', () => {
    const minutes = [registered(), planned('m', '2026-03-01')];
    expect(moves(minutes, '2026-03-08', off('2026-03-04'))).toEqual([
      ['missed-from', 'm', '2026-03-08', '2026-03-09'],
      ['status', 'm', 'missed', 'planned'],
      ['working-days', 25, 24],
    ]);
  });

  it('the working days by which a date has slipped; the day itself stays', () => {
    const minutes = [
      registered(),
      planned('m', '2026-03-01'),
      ['milestone.target-moved', '2026-02-02', { milestone: 'm', to: '2026-03-10', reason: 'late' }],
    ] satisfies Minute[];
    expect(moves(minutes, '2026-02-10', off('2026-03-04'))).toContainEqual(['slip', 'm', 7, 6]);
  });

  it('nothing of a milestone that is reached but its distances, nothing of what has ended before', () => {
    const reached = [registered(), planned('m', '2026-02-15'), milestone('reached', 'm', '2026-02-10')];
    expect(moves(reached, '2026-02-12', off('2026-02-17'))).toEqual([]);
  });

  it('nothing where the day is off already, and nothing of entities it is not for', () => {
    const minutes = [registered(), planned('m', '2026-03-01')];
    expect(moves(minutes, '2026-02-10', off('2026-03-06'))).toEqual([]);
    expect(moves(minutes, '2026-02-10', off('2026-03-04', { entity: 'finance' }))).toEqual([]);
    expect(moves(minutes, '2026-02-10', off('2026-03-04', { entity: 'education' }))).toHaveLength(1);
  });

  it('the days of a wait stay calendar days; their working days move', () => {
    const minutes = [registered(), began('w', '2026-02-03', 'entity:finance'), ended('w', '2026-02-08')];
    expect(moves(minutes, '2026-02-10', off('2026-02-04'))).toEqual([['working-days', 7, 6]]);
  });
});
