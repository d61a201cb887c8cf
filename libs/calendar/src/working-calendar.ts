import type { LocalDate } from '@masar/contracts';

/** Working days of one party: weekends that change by date, holidays, overrides. Pure; every date is a `LocalDate`. */
export interface WorkingCalendar {
  readonly id: string;
  isWorkingDay(date: LocalDate): boolean;
  /** Working days d with a < d ≤ b; negative (the count of b < d ≤ a) when b < a. Definitions §1. */
  workingDaysBetween(a: LocalDate, b: LocalDate): number;
  /** Working days d with from ≤ d < to: of a ledger entry. */
  workingDaysWithin(from: LocalDate, to: LocalDate): number;
  /** The n-th working day after `date` (n ≥ 1); n = 0 is the date itself. */
  addWorkingDays(date: LocalDate, n: number): LocalDate;
  /** The n-th working day before `date`. */
  subtractWorkingDays(date: LocalDate, n: number): LocalDate;
  /** Years of the span whose holidays nobody has confirmed yet. */
  unconfirmedYears(from: LocalDate, to: LocalDate): readonly number[];
}
