import type { Fault } from '../fault.js';

/** A record under its headers; `row` is its number in the file, as a spreadsheet shows it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file as a table: headers as written, cells trimmed and with single line feeds. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly faults: readonly Fault[];
  /** It lay on its side: its rows are the columns of the file. */
  readonly isTurned?: boolean;
}

/** How a header is compared: case, spaces, line breaks, tatweel and the forms of alef play no part. */
export const folded = (header: string): string =>
  header
    .replace(/[\u064b-\u0652\u0640\u200e\u200f\ufeff]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();

/** A cell as it is kept: CR CR LF and CR LF become one line feed, outer space goes. */
export const cleaned = (cell: string): string => cell.replace(/\r*\n|\r+/g, '\n').replace(/^\s+|\s+$/g, '');
