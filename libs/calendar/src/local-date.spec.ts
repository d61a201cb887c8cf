import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, daysBetween, fromEpochDay, isLocalDate, laterOf, toEpochDay, weekdayOf } from './index.js';

describe('a date as a count of days', () => {
  it('is the same day there and back, as the platform counts it, over nine centuries', () => {
    for (let day = -200_000; day < 150_000; day += 13) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(fromEpochDay(day)).toBe(text);
      expect(toEpochDay(text)).toBe(day);
      expect(weekdayOf(day)).toBe(new Date(day * 86_400_000).getUTCDay());
    }
  });

  it('stays a date when a span reaches beyond the year 9999 or before the year 1', () => {
    expect(addDays('9999-12-31', 20_000)).toBe('9999-12-31');
    expect(addDays('0001-01-01', -1)).toBe('0001-01-01');
    expect(addMonths('9999-06-30', 600)).toBe('9999-12-31');
    expect(addMonths('0001-06-30', -600)).toBe('0001-01-01');
  });
});

describe('whether a text is a day that exists', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });
  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01'])(
    '%s is not',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );
  it.each(['2026-2-3', '2026-02-03T00:00:00Z', '٢٠٢٦-٠٢-٠٣', ' 2026-02-03', '', 20_260_203, null])(
    '%p is not written as one',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );
});

describe('months later', () => {
  it('keep the day', () => {
    expect(addMonths('2026-03-15', 1)).toBe('2026-04-15');
    expect(addMonths('2026-03-15', 12)).toBe('2027-03-15');
    expect(addMonths('2026-11-30', 2)).toBe('2027-01-30');
  });
  it('are clamped to the end of the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('calendar days', () => {
  it('between two dates are b − a (worked example 1: 38)', () => {
    expect(daysBetween('2026-02-01', '2026-03-11')).toBe(38);
    expect(daysBetween('2026-03-11', '2026-02-01')).toBe(-38);
    expect(addDays('2026-03-01', 30)).toBe('2026-03-31');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
  it('sort as texts', () => {
    expect(laterOf('2026-02-01', '2026-01-31')).toBe('2026-02-01');
    expect(laterOf('2026-01-31', '2026-02-01')).toBe('2026-02-01');
  });
});
