import { describe, expect, it } from '@jest/globals';
import { addDays, buildCalendar, shippedCalendar, type CalendarDefinition, type WorkingCalendar } from './index.js';

const calendar = (id: string): WorkingCalendar => buildCalendar(shippedCalendar(id) as CalendarDefinition);
const egypt = calendar('EG');

describe('working days from a to b', () => {
  it('counts d with a < d ≤ b (worked example 6: 8, 9, 10, 11, 12 March 2026)', () => {
    expect(egypt.workingDaysBetween('2026-03-05', '2026-03-11')).toBe(4);
    expect(egypt.workingDaysBetween('2026-03-05', '2026-03-12')).toBe(5);
    expect(egypt.workingDaysBetween('2026-03-05', '2026-03-15')).toBe(6);
  });

  it('counts nothing over a weekend, and nothing from a day to itself', () => {
    expect(egypt.workingDaysBetween('2026-03-05', '2026-03-07')).toBe(0);
    expect(egypt.workingDaysBetween('2026-03-05', '2026-03-05')).toBe(0);
  });

  it('is negative when b lies before a, counting b < d ≤ a', () => {
    expect(egypt.workingDaysBetween('2026-03-12', '2026-03-05')).toBe(-5);
    expect(egypt.workingDaysBetween('2026-03-07', '2026-03-05')).toBe(0);
    expect(egypt.workingDaysBetween('2026-03-08', '2026-03-05')).toBe(-1);
  });

  it('leaves holidays out', () => {
    expect(egypt.workingDaysBetween('2023-04-20', '2023-04-26')).toBe(2);
    expect(egypt.isWorkingDay('2023-04-25')).toBe(false);
  });

  it('counts of an entry d with from ≤ d < to', () => {
    expect(egypt.workingDaysWithin('2026-03-05', '2026-03-08')).toBe(1);
    expect(egypt.workingDaysWithin('2026-03-06', '2026-03-08')).toBe(0);
  });

  it('counts as a day-by-day walk does, also before, after and across the years with holidays', () => {
    for (const id of ['EG', 'AE', 'SA', 'any']) {
      const walked = calendar(id);
      for (const start of ['1994-12-20', '1999-12-25', '2013-06-20', '2021-12-25', '2040-12-20', '2044-02-25']) {
        let count = 0;
        for (let n = 1; n <= 400; n++) {
          if (walked.isWorkingDay(addDays(start, n))) count++;
          expect(walked.workingDaysBetween(start, addDays(start, n))).toBe(count);
          expect(walked.workingDaysBetween(addDays(start, n), start)).toBe(count === 0 ? 0 : -count);
        }
      }
    }
  });

  it('stays cheap and right for a date of the year 9999', () => {
    expect(calendar('any').workingDaysBetween('9999-12-20', '9999-12-31')).toBe(9);
  });
});

describe('the n-th working day', () => {
  it('after a date steps over weekends; n = 0 is the date itself', () => {
    expect(egypt.addWorkingDays('2026-03-05', 1)).toBe('2026-03-08');
    expect(egypt.addWorkingDays('2026-03-05', 5)).toBe('2026-03-12');
    expect(egypt.addWorkingDays('2026-03-06', 0)).toBe('2026-03-06');
  });

  it('before a date steps back over weekends', () => {
    expect(egypt.subtractWorkingDays('2026-03-08', 1)).toBe('2026-03-05');
    expect(egypt.subtractWorkingDays('2026-03-12', 5)).toBe('2026-03-05');
  });

  it('after a date is the first whose count from it is n', () => {
    for (let n = 1; n <= 300; n++) {
      const day = egypt.addWorkingDays('2023-01-05', n);
      expect(egypt.isWorkingDay(day)).toBe(true);
      expect(egypt.workingDaysBetween('2023-01-05', day)).toBe(n);
    }
  });
});
