import type { Bilingual, LocalDate } from '@masar/contracts';

/** 0 Sunday … 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The days off of every week from a date on, until the next rule; the first rule has no `from` and reaches back for ever. */
export interface WeekendRule {
  readonly from?: LocalDate;
  readonly days: readonly Weekday[];
}

/** One day said otherwise than computed: off, or worked although a weekend or holiday. */
export interface DayOverride {
  readonly date: LocalDate;
  readonly off: boolean;
}

/** Computed holidays by year: months and days, `'0107 0125'`. Years absent have weekends only. */
export type HolidayTable = Readonly<Record<number, string>>;

/** A calendar as data (definitions §13). */
export interface CalendarDefinition {
  readonly id: string;
  readonly name: Bilingual;
  /** In order of `from`. */
  readonly weekends: readonly WeekendRule[];
  readonly holidays: HolidayTable;
}

/** What administrators have said about a calendar, already narrowed to one party. */
export interface CalendarAmendments {
  /** A later one for the same date wins. */
  readonly overrides: readonly DayOverride[];
  /** Years whose announced list has been confirmed. */
  readonly confirmed: readonly number[];
}
