import { guardedCell } from '@masar/contracts';
import type { ExportFormat, ExportRecord } from './format.js';

const needsQuotes = /["\r\n,;]|^\s|\s$/;

/** A cell: text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers. */
export const csvCell = (value: ExportRecord[string]): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = guardedCell(value);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** CSV after RFC 4180 in UTF-8, with the mark at its beginning by which spreadsheets know Arabic. */
export const csvFormat = <T>(columns: readonly string[], recordOf: (item: T) => ExportRecord): ExportFormat<T> => ({
  mediaType: 'text/csv; charset=utf-8',
  head: () => `\ufeff${line(columns)}`,
  rows: (items) =>
    items
      .map((item) => recordOf(item))
      .map((record) => line(columns.map((column) => csvCell(record[column]))))
      .join(''),
  tail: () => '',
});
