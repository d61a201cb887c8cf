import { describe, expect, it } from '@jest/globals';
import {
  buildCalendar,
  calendarOfJurisdiction,
  shippedCalendar,
  shippedCalendars,
  type CalendarAmendments,
  type CalendarDefinition,
  type WorkingCalendar,
} from './index.js';

const calendar = (id: string, amendments?: CalendarAmendments): WorkingCalendar =>
  buildCalendar(shippedCalendar(id) as CalendarDefinition, amendments);
const workedOf = (built: WorkingCalendar, dates: readonly string[]): readonly boolean[] =>
  dates.map((date) => built.isWorkingDay(date));

describe('weekends that change by date', () => {
  it('the UAE: Friday and Saturday off until 2021-12-31, Saturday and Sunday from 2022-01-01', () => {
    const emirates = calendar('AE');
    // Fri 24, Sat 25, Sun 26 December 2021; Fri 31 December, Sat 1, Sun 2, Mon 3 January, Fri 7, Sat 8, Sun 9 January 2022
    expect(workedOf(emirates, ['2021-12-24', '2021-12-25', '2021-12-26'])).toEqual([false, false, true]);
    expect(workedOf(emirates, ['2021-12-31', '2022-01-01', '2022-01-02', '2022-01-03'])).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(workedOf(emirates, ['2022-01-07', '2022-01-08', '2022-01-09'])).toEqual([true, false, false]);
    expect(emirates.workingDaysBetween('2021-12-30', '2022-01-09')).toBe(5);
    expect(emirates.addWorkingDays('2021-12-30', 1)).toBe('2022-01-03');
  });

  it('Saudi Arabia: Thursday and Friday off until 2013-06-28, Friday and Saturday from 2013-06-29', () => {
    const saudi = calendar('SA');
    expect(workedOf(saudi, ['2013-06-20', '2013-06-21', '2013-06-22'])).toEqual([false, false, true]);
    expect(workedOf(saudi, ['2013-06-27', '2013-06-28', '2013-06-29', '2013-06-30'])).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(workedOf(saudi, ['2013-07-04', '2013-07-05', '2013-07-06'])).toEqual([true, false, false]);
  });

  it('Egypt Friday and Saturday, Tunisia and the general calendar Saturday and Sunday', () => {
    const week = ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
    expect(workedOf(calendar('EG'), week)).toEqual([true, false, false, true]);
    expect(workedOf(calendar('TN'), week)).toEqual([true, true, false, false]);
    expect(workedOf(calendar('any'), week)).toEqual([true, true, false, false]);
  });

  it('a week without a working day is refused', () => {
    expect(() =>
      buildCalendar({ id: 'x', name: { en: 'x' }, weekends: [{ days: [0, 1, 2, 3, 4, 5, 6] }], holidays: {} }),
    ).toThrow('a week without a working day');
  });
});

describe('days announced otherwise than computed', () => {
  it("Egypt took Thursday 2021-10-21 for the Prophet's birthday", () => {
    const amended = calendar('EG', {
      overrides: [
        { date: '2021-10-18', off: false },
        { date: '2021-10-21', off: true },
      ],
      confirmed: [],
    });
    expect(workedOf(calendar('EG'), ['2021-10-18', '2021-10-19', '2021-10-21'])).toEqual([false, true, true]);
    expect(workedOf(amended, ['2021-10-18', '2021-10-19', '2021-10-21'])).toEqual([true, true, false]);
    expect(amended.workingDaysBetween('2021-10-17', '2021-10-24')).toBe(
      calendar('EG').workingDaysBetween('2021-10-17', '2021-10-24'),
    );
    expect(amended.workingDaysBetween('2021-10-17', '2021-10-20')).toBe(3);
  });

  it('a weekend can be worked, and the later word on a date holds', () => {
    const amended = calendar('EG', {
      overrides: [
        { date: '2026-03-06', off: false },
        { date: '2026-03-08', off: true },
        { date: '2026-03-08', off: false },
      ],
      confirmed: [],
    });
    expect(workedOf(amended, ['2026-03-06', '2026-03-07', '2026-03-08'])).toEqual([true, false, true]);
  });

  it('beyond the computed years too', () => {
    const amended = calendar('EG', { overrides: [{ date: '2050-03-07', off: true }], confirmed: [] });
    expect(calendar('EG').isWorkingDay('2050-03-07')).toBe(true);
    expect(amended.isWorkingDay('2050-03-07')).toBe(false);
    expect(amended.workingDaysBetween('2040-01-01', '2051-01-01')).toBe(
      calendar('EG').workingDaysBetween('2040-01-01', '2051-01-01') - 1,
    );
  });
});

describe('years nobody has confirmed', () => {
  it('are named for every year a span touches', () => {
    const amended = calendar('EG', { overrides: [], confirmed: [2024] });
    expect(amended.unconfirmedYears('2023-12-31', '2025-01-01')).toEqual([2023, 2025]);
    expect(amended.unconfirmedYears('2024-01-01', '2024-12-31')).toEqual([]);
    expect(calendar('any').unconfirmedYears('2024-01-01', '2024-12-31')).toEqual([2024]);
  });
});

describe('shipped calendars', () => {
  it('are EG, AE, SA, TN and the general one, which other jurisdictions take', () => {
    expect(shippedCalendars.map(({ id }) => id)).toEqual(['EG', 'AE', 'SA', 'TN', 'any']);
    expect(calendarOfJurisdiction('AE')).toBe('AE');
    expect(calendarOfJurisdiction('NL')).toBe('any');
    expect(calendarOfJurisdiction('constructor')).toBe('any');
    expect(shippedCalendar('XX')).toBeUndefined();
  });
});
