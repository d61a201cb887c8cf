import type { LocalDate } from '@masar/contracts';
import { addDays, epochDayOf, fromEpochDay, toEpochDay } from './local-date.js';

/** A date of the Umm al-Qura calendar (أم القرى): shown beside the Gregorian one, never used in a rule (definitions §13). */
export interface HijriDate {
  readonly year: number;
  /** 1 Muharram … 12 Dhu al-Hijja. */
  readonly month: number;
  readonly day: number;
}

const millisecondsADay = 86_400_000;
/** 1 Muharram 1300 AH; the tables of Umm al-Qura reach from here to the end of 1600 AH. */
const firstYear = 1300;
const lastYear = 1600;
const epoch = epochDayOf(1882, 11, 12);
const meanMonth = 29.530588;

const format = new Intl.DateTimeFormat('en-US', {
  calendar: 'islamic-umalqura',
  numberingSystem: 'latn',
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The Umm al-Qura date of a Gregorian one, from the runtime's own tables; outside 1300–1600 AH undefined. */
export const hijriOf = (date: LocalDate): HijriDate | undefined => {
  const parts: Record<string, number> = {};
  for (const part of format.formatToParts(toEpochDay(date) * millisecondsADay)) parts[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0 } = parts;
  return year < firstYear || year > lastYear ? undefined : { year, month, day };
};

/** The first Gregorian day of a Hijri month: guessed from the mean month, then corrected by the tables. */
const firstOfMonth = (year: number, month: number): number | undefined => {
  const guess = epoch + Math.round(((year - firstYear) * 12 + month - 1) * meanMonth);
  for (const near of [guess, guess + 15, guess - 15]) {
    const found = hijriOf(fromEpochDay(near));
    if (found?.year === year && found.month === month) return near - found.day + 1;
  }
  return undefined;
};

/** The Gregorian date of a Hijri one; undefined when that day does not exist (a 30th of a month of 29 days, year outside 1300–1600). */
export const localDateOfHijri = (hijri: HijriDate): LocalDate | undefined => {
  const { year, month, day } = hijri;
  if (![year, month, day].every(Number.isInteger) || month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const first = firstOfMonth(year, month);
  if (first === undefined) return undefined;
  const date = addDays(fromEpochDay(first), day - 1);
  return hijriOf(date)?.month === month ? date : undefined;
};
