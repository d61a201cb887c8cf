import type { Sheet, Workbook } from 'hucre/xlsx';

type CellValue = Sheet['rows'][number][number];

/** What a spreadsheet shows where a number is no day. */
const noDay = '#####';
const hour = 3_600_000;

/** From when days count, and the first that is taken for one: two months of hours (a duration, a time alone) lie between. */
const countedFrom = {
  1900: { zero: Date.UTC(1899, 11, 31), first: Date.UTC(1900, 2, 1) },
  1904: { zero: Date.UTC(1904, 0, 1), first: Date.UTC(1904, 2, 1) },
} as const;
const beyond = Date.UTC(10_000, 0, 1);

const two = (number: number): string => String(number).padStart(2, '0');
/** A time without a day, as hours: `12:30:00`, `100:00:00`. */
const hoursOf = (milliseconds: number): string => {
  const minutes = Math.floor((milliseconds % hour) / 60_000);
  return [Math.floor(milliseconds / hour), minutes, Math.floor((milliseconds % 60_000) / 1000)].map(two).join(':');
};

/**
 * What a cell shows, as text. Days are ISO dates without a zone, for the workbook knows none; a time alone, a number below
 * zero and one beyond the last day are no days, and are not made to look like one.
 */
export const shownBy =
  (dateSystem: Workbook['dateSystem']) =>
  (value: CellValue): string => {
    if (value === null) return '';
    if (!(value instanceof Date)) return String(value);
    const { zero, first } = countedFrom[dateSystem === '1904' ? '1904' : '1900'];
    const time = value.getTime();
    if (!(time >= zero && time < beyond)) return noDay;
    if (time < first) return hoursOf(time - zero);
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
  };
