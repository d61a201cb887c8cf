import {
  daysInMonth,
  epochDayOf,
  fromEpochDay,
  isLocalDate,
  isMarkedHijri,
  localDateOf,
  parseHijri,
} from '@masar/calendar';
import type { AbsentTarget, LocalDate } from '@masar/contracts';
import type { FaultCode } from '../fault.js';
import { folded } from '../table/table.js';
import type { DateStyle } from './date-style.js';
import { monthByName, plain } from './date-text.js';

/** What stands in a cell where a date belongs. */
export type DateReading =
  | { readonly date: LocalDate }
  | { readonly empty: true }
  | { readonly absent: AbsentTarget; readonly ground: string }
  | { readonly fault: FaultCode };

const written = (year: number, month: number, day: number): DateReading => {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(date) ? { date } : { fault: 'date/does-not-exist' };
};

const fullYear = (text: string, style: DateStyle): number | undefined => {
  if (text.length === 4) return Number(text);
  if (style.pivot === undefined) return undefined;
  return Number(text) + (Number(text) >= style.pivot ? 1900 : 2000);
};

/** `a/b/year`: by the declared order; without one only where a single reading exists (or both name the same day). */
const numbered = (a: number, b: number, yearText: string, style: DateStyle): DateReading => {
  const year = fullYear(yearText, style);
  if (year === undefined) return { fault: 'date/ambiguous' };
  if (style.order === 'dmy') return written(year, b, a);
  if (style.order === 'mdy') return written(year, a, b);
  const dayFirst = written(year, b, a);
  const monthFirst = written(year, a, b);
  if (!('date' in dayFirst)) return monthFirst;
  if (!('date' in monthFirst)) return dayFirst;
  return dayFirst.date === monthFirst.date ? dayFirst : { fault: 'date/ambiguous' };
};

const monthEnd = (year: number, month: number, style: DateStyle): DateReading =>
  style.monthsEndOnLastDay ? written(year, month, daysInMonth(year, month)) : { fault: 'date/unreadable' };

/** The last day of a quarter: of the calendar year (`Q4 2020`) or of a fiscal one (`Q4 2020/21`), which is named by the years it touches. */
const quarterEnd = (quarter: number, year: number, fiscal: boolean, style: DateStyle): DateReading => {
  if (!fiscal) return monthEnd(year, quarter * 3, style);
  if (style.fiscalYearStarts === undefined) return { fault: 'date/ambiguous' };
  const counted = year * 12 + style.fiscalYearStarts - 1 + quarter * 3 - 1;
  return monthEnd(Math.floor(counted / 12), (counted % 12) + 1, style);
};

type Form = (text: string, style: DateStyle) => DateReading | undefined;
const time = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?| ?[صم])?)?`;
const isoPattern = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${time}Z?$`);
const offsetPattern = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?[+-]\d{2}:?\d{2}$/;
const numberedPattern = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})${time}$`);
const dayNamePattern = /^(\d{1,2})[ -]([^\d,]+?)[ ,-]+(\d{4}|\d{2})$/;
const nameDayPattern = /^([^\d,]+?) (\d{1,2}),? (\d{4})$/;
const nameYearPattern = /^([^\d]+?)[ -]*(?:سنة |عام )?(\d{4}|\d{2})$/;
const quarterPattern = /^(?:Q|الربع )([1-4]|الأول|الثاني|الثالث|الرابع)[ -]*(?:من )?(\d{4})(?:[/-](\d{4}|\d{2}))?$/i;
const quarterNames = ['الأول', 'الثاني', 'الثالث', 'الرابع'];

/** In order; the first that recognises the text decides. */
const forms: readonly Form[] = [
  (text, style) => {
    if (!offsetPattern.test(text)) return undefined;
    const instant = text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
    if (Number.isNaN(Date.parse(instant))) return { fault: 'date/does-not-exist' };
    return { date: style.zone ? localDateOf(instant, style.zone) : text.slice(0, 10) };
  },
  (text) => {
    const iso = isoPattern.exec(text);
    return iso ? written(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined;
  },
  (text, style) => {
    const parts = numberedPattern.exec(text);
    return parts ? numbered(Number(parts[1]), Number(parts[2]), parts[3]!, style) : undefined;
  },
  (text, style) => {
    const parts = quarterPattern.exec(text);
    if (!parts) return undefined;
    const quarter = quarterNames.indexOf(parts[1]!) + 1 || Number(parts[1]);
    const next = parts[3];
    if (next !== undefined && Number(next) % 100 !== (Number(parts[2]) + 1) % 100)
      return { fault: 'date/does-not-exist' };
    return quarterEnd(quarter, Number(parts[2]), next !== undefined, style);
  },
  (text, style) => {
    const dayFirst = dayNamePattern.exec(text);
    const monthFirst = dayFirst ? null : nameDayPattern.exec(text);
    const month = monthByName(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
    const parts = dayFirst ?? monthFirst;
    if (!parts || month === undefined) return undefined;
    const year = fullYear(parts[3]!, style);
    return year === undefined
      ? { fault: 'date/ambiguous' }
      : written(year, month, Number(dayFirst ? parts[1] : parts[2]));
  },
  (text, style) => {
    const parts = nameYearPattern.exec(text);
    const month = parts ? monthByName(parts[1]!) : undefined;
    if (!parts || month === undefined) return undefined;
    const year = fullYear(parts[2]!, style);
    return year === undefined ? { fault: 'date/ambiguous' } : monthEnd(year, month, style);
  },
  (text, style) => {
    if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
    if (!style.excelSerials) return { fault: 'date/unreadable' };
    const first = style.serialsFrom1904 ? epochDayOf(1904, 1, 1) : epochDayOf(1899, 12, 30);
    return { date: fromEpochDay(first + Math.floor(Number(text))) };
  },
];

const meant = (text: string, style: DateStyle): DateReading | undefined => {
  const said = folded(text);
  const word = style.words?.find((one) =>
    one.text.endsWith('*') ? said.startsWith(folded(one.text.slice(0, -1))) : said === folded(one.text),
  );
  return word && { absent: word.absent, ground: text };
};

/**
 * Reads a date as people write it; the style says what the profile's source means. Recognised: ISO, numbers in the
 * declared order, month names (Arabic of Egypt and of the Levant, English, Portuguese), quarters, Excel serials, Hijri
 * marked هـ, instants with offset (as days of the profile's zone), digits of either kind, words that mean no date.
 * What could be two days is a fault.
 */
export const parseDate = (cell: string, style: DateStyle): DateReading => {
  const text = plain(cell.replace(/\r*\n|\r/g, ' '));
  if (text === '') return { empty: true };
  const word = meant(text, style);
  if (word) return word;
  if (isMarkedHijri(text)) {
    const date = parseHijri(text);
    return date ? { date } : { fault: 'date/does-not-exist' };
  }
  for (const form of forms) {
    const reading = form(text.replace(/ ?(?:م|AD)$/, ''), style);
    if (reading) return reading;
  }
  return { fault: 'date/unreadable' };
};
