import { describe, expect, it } from '@jest/globals';
import { daysFrom, dayScale, hijriMonthStarts, laterBy, monthStarts, monthStep } from './scale.js';

const year = { from: '2026-01-01', to: '2026-12-31' };

describe('a scale of days', () => {
  it('runs in the reading direction', () => {
    const rightwards = dayScale(year, 364, 'ltr', 0);
    const leftwards = dayScale(year, 364, 'rtl', 0);
    expect(rightwards('2026-01-11')).toBe(10);
    expect(leftwards('2026-01-11')).toBe(354);
    expect([rightwards.forward, leftwards.forward]).toEqual([1, -1]);
  });
  it('leaves room for a mark on its first and last day', () => {
    const scale = dayScale(year, 200, 'ltr', 6);
    expect([scale(year.from), scale(year.to)]).toEqual([6, 194]);
  });
  it('counts days over the turn of a year', () => {
    expect(laterBy('2025-12-30', 3)).toBe('2026-01-02');
    expect(daysFrom('2024-02-28', '2024-03-01')).toBe(2);
  });
  it('names months, and fewer of them where there is less room', () => {
    expect(monthStarts(year, 3)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
    expect(monthStarts({ from: '2026-01-02', to: '2026-03-01' })).toEqual(['2026-02-01', '2026-03-01']);
    expect(monthStep(year, 1200, 60)).toBe(1);
    expect(monthStep(year, 200, 70)).toBe(6);
  });
  it('knows the true beginnings of Hijri months', () => {
    expect(hijriMonthStarts({ from: '2026-06-10', to: '2026-08-20' })).toEqual([
      '2026-06-16',
      '2026-07-15',
      '2026-08-14',
    ]);
  });
});
