import { CsvError, parse } from 'csv-parse/sync';
import { fault, type Fault } from '../fault.js';
import { importLimits } from '../limits.js';
import { tableOf, type KnownHeaders } from './table-of-records.js';
import type { Table } from './table.js';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** How a profile says its sheets lie. */
export interface TableForm {
  /** Absent: found by looking at the first record. */
  readonly separator?: Separator;
  readonly headers: KnownHeaders;
}

/** The first record's text: up to the first line break outside quotes. */
const firstRecord = (text: string): string => {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) return text.slice(0, at);
  }
  return text;
};

const withoutQuoted = (text: string): string => text.replace(/"[^"]*"/g, '');

/** The separator that occurs most often outside quotes in the first record; on a tie, or none, undefined. */
export const separatorOf = (text: string): Separator | undefined => {
  const record = withoutQuoted(firstRecord(text.replace(/^[\r\n]+/, '')));
  const counted = separators
    .map((separator) => ({ separator, times: record.split(separator).length - 1 }))
    .sort((a, b) => b.times - a.times);
  const [first, second] = counted;
  return first && second && first.times > second.times ? first.separator : undefined;
};

const broken = (error: unknown): Fault => {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error['lines'] === 'number' ? error['lines'] : 0;
  return fault('table/unreadable', line, '', '', error.code);
};

const records = (text: string, separator: Separator): string[][] =>
  parse(text, {
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    max_record_size: importLimits.cell * 4,
    record_delimiter: ['\r\n', '\n', '\r'],
  });

/** A line with nothing in it is no record; it has its number, as in a spreadsheet. */
const isEmptyLine = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]!.trim() === '';

/** Reads separated text into a table. Quotes that never close, rows with too many or too few cells and unknown separators are faults. */
export const separatedTable = (text: string, form: TableForm): Table => {
  const none = { headers: [], rows: [] };
  const separator = form.separator ?? separatorOf(text);
  if (text.trim() === '') return { ...none, faults: [fault('file/empty', 0, '')] };
  if (separator === undefined) return { ...none, faults: [fault('table/separator-unknown', 1, '', firstRecord(text))] };
  let sheet: string[][];
  try {
    sheet = records(text, separator);
  } catch (error) {
    return { ...none, faults: [broken(error)] };
  }
  const numbered = sheet.map((cells, index) => ({ row: index + 1, cells }));
  return tableOf(
    numbered.filter(({ cells }) => !isEmptyLine(cells)),
    form.headers,
  );
};
