import { CsvError, parse } from 'csv-parse/sync';
import { fault, type Fault } from '../fault.js';
import { importLimits } from '../limits.js';
import { cleaned, folded, type Table, type TableRow } from './table.js';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** How a profile says its sheets lie. */
export interface TableForm {
  /** Absent: found by looking at the first record. */
  readonly separator?: Separator;
  /** Headers by which the sheet is recognised, lying or standing: each a list of spellings. */
  readonly headers: readonly (readonly string[])[];
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
  const record = withoutQuoted(firstRecord(text));
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
    skip_empty_lines: true,
    max_record_size: importLimits.cell * 4,
    record_delimiter: ['\r\n', '\n', '\r'],
  });

const knows = (form: TableForm, header: string): boolean =>
  form.headers.some((spellings) => spellings.some((spelling) => folded(spelling) === folded(header)));

/** A sheet lies on its side when its first column names more of the known headers than its first row. */
const isTransposed = (form: TableForm, sheet: readonly (readonly string[])[]): boolean => {
  const across = (sheet[0] ?? []).filter((cell) => knows(form, cell)).length;
  const down = sheet.filter((record) => knows(form, record[0] ?? '')).length;
  return down > across;
};

const turned = (sheet: readonly (readonly string[])[]): string[][] => {
  const width = Math.max(...sheet.map((record) => record.length));
  return Array.from({ length: width }, (_, column) => sheet.map((record) => record[column] ?? ''));
};

const rowsOf = (sheet: readonly (readonly string[])[], headers: readonly string[], faults: Fault[]): TableRow[] => {
  const rows: TableRow[] = [];
  sheet.slice(1).forEach((record, index) => {
    const row = index + 2;
    const cells = record.map(cleaned);
    if (cells.every((cell) => cell === '')) return;
    if (cells.length > headers.length) {
      faults.push(
        fault(
          'table/row-glued',
          row,
          headers.at(-1) ?? '',
          cells[headers.length] ?? '',
          `${cells.length}/${headers.length}`,
        ),
      );
    } else if (cells.length < headers.length) {
      faults.push(
        fault('table/cells-missing', row, headers[cells.length] ?? '', '', `${cells.length}/${headers.length}`),
      );
    }
    for (const [column, cell] of cells.entries())
      if (cell.length > importLimits.cell) faults.push(fault('value/too-long', row, headers[column] ?? '', cell));
    rows.push({ row, cells });
  });
  return rows;
};

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
  if (isTransposed(form, sheet)) sheet = turned(sheet);
  if (sheet.length > importLimits.rows)
    return { ...none, faults: [fault('file/too-many-rows', 0, '', String(sheet.length))] };
  const headers = (sheet[0] ?? []).map(cleaned);
  if (headers.length > importLimits.columns)
    return { ...none, faults: [fault('table/unreadable', 1, '', String(headers.length))] };
  const faults: Fault[] = [];
  return { headers, rows: rowsOf(sheet, headers, faults), faults };
};
