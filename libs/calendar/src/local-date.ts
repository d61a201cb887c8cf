import type { LocalDate } from '@masar/contracts';

/**
 * Arithmetic on calendar dates as whole days since 1970-01-01 (epoch days), without `Date`: it runs in the innermost loops
 * of the ledger. Day counts follow the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
 */

const zero = 48;
const digit = (text: string, at: number): number => text.charCodeAt(at) - zero;
const firstDay = -719_162; // 0001-01-01
const lastDay = 2_932_896; // 9999-12-31
/** 1900-01-01 … 2100-01-01: texts that are asked for again and again are made once. */
const keptFrom = -25_567;
const keptDays = 73_050;
const kept: (LocalDate | undefined)[] = new Array<LocalDate | undefined>(keptDays);

/** Parts of a valid date text, read from its digits. */
export const yearOf = (date: LocalDate): number =>
  digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
export const monthOf = (date: LocalDate): number => digit(date, 5) * 10 + digit(date, 6);
export const dayOfMonth = (date: LocalDate): number => digit(date, 8) * 10 + digit(date, 9);

/** Days since 1970-01-01 of year, month (1–12) and day of month. */
export const epochDayOf = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = ((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear + day - 1;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Days since 1970-01-01 of a valid date text. */
export const toEpochDay = (date: LocalDate): number => epochDayOf(yearOf(date), monthOf(date), dayOfMonth(date));

const padded = (value: number, width: number): string => String(value).padStart(width, '0');
const textOf = (year: number, month: number, day: number): LocalDate =>
  `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;

const written = (epochDay: number): LocalDate => {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const shiftedMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * shiftedMonth + 2) / 5) | 0) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return textOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
};

/** The date of an epoch day; held to 0001-01-01 … 9999-12-31, so that a sum of absurd spans still reads and sorts as a date. */
export const fromEpochDay = (epochDay: number): LocalDate => {
  const slot = epochDay - keptFrom;
  if (slot >= 0 && slot < keptDays) return (kept[slot] ??= written(epochDay));
  return written(Math.min(Math.max(epochDay, firstDay), lastDay));
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
/** Whether a text is a day that exists: `2026-02-30` is not, nor is `2026-2-3` or year 0000. */
export const isLocalDate = (text: unknown): text is LocalDate => {
  if (typeof text !== 'string' || !datePattern.test(text)) return false;
  const day = dayOfMonth(text);
  return yearOf(text) >= 1 && day >= 1 && day <= daysInMonth(yearOf(text), monthOf(text));
};

/** The date `days` later; earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(toEpochDay(date) + days);

/** The same day `months` later, clamped to the month's end: 01-31 and one month is 02-28. Definitions §2. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const counted = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(counted / 12);
  const month = counted - year * 12 + 1;
  if (year < 1) return fromEpochDay(firstDay);
  if (year > 9999) return fromEpochDay(lastDay);
  return textOf(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)));
};

/** Calendar days from a to b: b − a, negative when b lies before a. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => toEpochDay(b) - toEpochDay(a);

/** Weekday of an epoch day, 0 Sunday … 6 Saturday. */
export const weekdayOf = (epochDay: number): number => (((epochDay + 4) % 7) + 7) % 7;

/** The later of two dates: texts of four-digit years sort as dates. */
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b);
