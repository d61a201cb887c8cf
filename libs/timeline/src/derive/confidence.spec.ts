import { describe, expect, it } from '@jest/globals';
import { addDays } from '@masar/calendar';
import { corrected, factsOf, knownBy, question, registered, type Minute } from '../testing/history.js';
import { portfolioRow } from '../portfolio/review.js';
import { rowChanges } from '../portfolio/row-changes.js';
import { isApart } from './confidence.js';
import { deriveTimeline } from './timeline.js';

let last = 0;
const rated = (voice: string, colour: string, on: string, recordedOn = on): Minute => [
  'rating.given',
  on,
  { rating: `r-${(last += 1)}`, voice, colour },
  recordedOn,
];
const confidenceOn = (minutes: readonly Minute[], on: string) =>
  deriveTimeline(question(factsOf(minutes), on)).confidence;

describe('delivery confidence', () => {
  const story = [
    registered(),
    rated('team', 'green', '2026-02-10'),
    rated('reviewer', 'red', '2026-02-12'),
    rated('team', 'amber', '2026-03-01'),
    rated('independent', 'amber', '2026-03-05'),
  ];

  it('three voices stand side by side, each with its last word by the day', () => {
    expect(confidenceOn(story, '2026-02-09')).toEqual({ team: null, reviewer: null, independent: null, apart: false });
    expect(confidenceOn(story, '2026-02-28')).toMatchObject({
      team: { colour: 'green', on: '2026-02-10', by: 'admin', old: false },
      reviewer: { colour: 'red' },
      independent: null,
    });
    expect(confidenceOn(story, '2026-03-05')).toMatchObject({ team: { colour: 'amber' }, reviewer: { colour: 'red' } });
  });

  it('is old from the thirty-first day after it was given, and the row is looked at again on that day', () => {
    const once = [registered(), rated('team', 'green', '2026-02-10')];
    const old = addDays('2026-02-10', 31);
    expect(confidenceOn(once, addDays(old, -1)).team?.old).toBe(false);
    expect(confidenceOn(once, old).team?.old).toBe(true);
    expect(portfolioRow(question(factsOf(once), '2026-02-20')).reviewOn).toBe(old);
  });

  it('a rating written down late belongs to its day, by what was known later', () => {
    const late = [registered(), rated('team', 'red', '2026-02-10', '2026-03-10')];
    expect(confidenceOn(late, '2026-02-15').team?.colour).toBe('red');
    expect(deriveTimeline(question(knownBy(late, '2026-03-01'), '2026-03-01')).confidence.team).toBeNull();
  });

  it('a corrected day moves it', () => {
    const moved = [...story.slice(0, 2), corrected(2, 'on', '2026-02-10', '2026-02-08', '2026-02-11')];
    expect(confidenceOn(moved, '2026-02-09').team).toMatchObject({ colour: 'green', on: '2026-02-08' });
  });

  it('another colour is a change of the row; that a rating has grown old is none', () => {
    const row = (on: string) => portfolioRow(question(factsOf(story), on));
    expect(rowChanges(row('2026-02-28'), row('2026-03-02'))).toMatchObject([
      { change: 'confidence', from: { team: 'green', reviewer: 'red' }, to: { team: 'amber', reviewer: 'red' } },
    ]);
    expect(rowChanges(row('2026-03-06'), row('2026-05-01'))).toEqual([]);
  });
});

describe('a team apart from the figures', () => {
  const workDays = { between: (a: number, b: number) => b - a };
  const expected = { target: 100, p50: 110, p85: 130 };
  it('is green while the median is more than ten working days past the target', () => {
    expect(isApart('green', expected, workDays)).toBe(false);
    expect(isApart('green', { ...expected, p50: 111 }, workDays)).toBe(true);
  });
  it('is red while the 85th percentile is within it', () => {
    expect(isApart('red', { ...expected, p85: 101 }, workDays)).toBe(false);
    expect(isApart('red', { ...expected, p85: 100 }, workDays)).toBe(true);
  });
  it('is not said without a forecast, or of amber', () => {
    expect(isApart('green', undefined, workDays)).toBe(false);
    expect(isApart('amber', { ...expected, p50: 200 }, workDays)).toBe(false);
  });
});
