import Papa from 'papaparse';

/** What the server found wrong: rows count as a spreadsheet shows them; `value` may be cut with an ellipsis. */
export interface Fault {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
  readonly blocking: boolean;
}

type Encoding = 'utf-8' | 'windows-1256' | 'windows-1252';
const separators = [',', ';', '\t', '|'] as const;

/** A file's cells as they stand there, row by row. */
export interface CellTable {
  readonly rows: readonly (readonly string[])[];
  /** Index of the header among `rows`. */
  readonly header: number;
}
/** A separated file as the page reads it, so that single cells can be repaired in place. */
export interface FileTable extends CellTable {
  readonly encoding: Encoding;
  readonly separator: string;
  readonly marked: boolean;
}
export interface CellPlace {
  /** Index among `rows`. */
  readonly row: number;
  readonly column: number;
}

/** Files above this are repaired where they came from: a page is no place for them. */
export const mostBytes = 4 * 1024 * 1024;
const byteOrderMark = '\ufeff';

const textOf = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

export const cleaned = (cell: string): string => cell.replace(/\r*\n|\r+/g, '\n').trim();
const isSame = (cell: string, value: string): boolean =>
  value.endsWith('…') ? cleaned(cell).startsWith(value.slice(0, -1)) : cleaned(cell) === value;

const isEmptyLine = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]!.trim() === '';

/** Lines as they are numbered in a spreadsheet: also those with nothing in them, except what follows the last line end. */
const records = (text: string, separator: string, most = 0): string[][] => {
  const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: most });
  return data.length > 0 && data.at(-1)!.every((cell) => cell === '') && /[\r\n]$/.test(text)
    ? data.slice(0, -1)
    : data;
};

/** Where a fault is in the table; nothing where the page reads something else there than the server did. */
export const cellOf = (
  { rows, header }: CellTable,
  { row, column, value }: Pick<Fault, 'row' | 'column' | 'value'>,
): CellPlace | undefined => {
  if (row < header + 2 || column === '') return undefined;
  const headers = rows[header] ?? [];
  const at = headers.findIndex((one) => cleaned(one) === column);
  const record = rows[row - 1];
  if (at < 0 || !record || record.length !== headers.length) return undefined;
  return isSame(record[at] ?? '', value) ? { row: row - 1, column: at } : undefined;
};

const separatorOf = (text: string, columns: ReadonlySet<string>): string | undefined => {
  const scored = separators
    .map((separator) => {
      const headers = records(text.replace(/^[\r\n]+/, ''), separator, 1)[0] ?? [];
      return { separator, known: headers.filter((header) => columns.has(cleaned(header))).length };
    })
    .sort((a, b) => b.known - a.known);
  return scored[0]!.known > (scored[1]?.known ?? 0) ? scored[0]!.separator : undefined;
};

const readAs = (bytes: Uint8Array, encoding: Encoding, columns: ReadonlySet<string>): FileTable | undefined => {
  const whole = textOf(bytes, encoding);
  if (whole === undefined) return undefined;
  const marked = whole.startsWith(byteOrderMark);
  const text = marked ? whole.slice(1) : whole;
  const separator = separatorOf(text, columns);
  if (separator === undefined) return undefined;
  const rows = records(text, separator);
  return { encoding, separator, marked, header: rows.findIndex((cells) => !isEmptyLine(cells)), rows };
};

/** Windows-1252 has no letter for these. */
const unassigned1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const arabic = '\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af';
const arabicWord = new RegExp(`(?<![A-Za-z${arabic}])[${arabic}]{3,}(?![A-Za-z${arabic}])`);

/** By the rule of the server, which takes no file that may be either: of two code pages the one that spells Arabic words. */
const encodingOf = (bytes: Uint8Array): Encoding => {
  if (textOf(bytes, 'utf-8') !== undefined) return 'utf-8';
  const isArabic =
    bytes.some((byte) => unassigned1252.has(byte)) || arabicWord.test(textOf(bytes, 'windows-1256') ?? '');
  return isArabic ? 'windows-1256' : 'windows-1252';
};

/**
 * Reads the file as the server must have read it: its encoding, and the separator under which its faults are where it says
 * they are. Where that cannot be told, or the file is no table of lines, the page repairs nothing.
 */
export const readAsServer = (bytes: Uint8Array, faults: readonly Fault[]): FileTable | undefined => {
  if (bytes.length > mostBytes) return undefined;
  const columns = new Set(faults.map(({ column }) => column).filter((column) => column !== ''));
  const table = readAs(bytes, encodingOf(bytes), columns);
  return table && faults.some((fault) => cellOf(table, fault) !== undefined) ? table : undefined;
};

/** The bytes of a text in one of the code pages; nothing where it has no place for a letter. */
const bytesOf = (text: string, encoding: Encoding): Uint8Array | undefined => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const decoder = new TextDecoder(encoding);
  const places = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  const bytes = Array.from(text, (letter) => places.get(letter));
  return bytes.includes(undefined) ? undefined : Uint8Array.from(bytes as number[]);
};

export const keyOf = ({ row, column }: CellPlace): string => `${row}:${column}`;

/** The file with some cells said anew, in its own encoding where that can write them, else in UTF-8. */
export const withEdits = (table: FileTable, edits: ReadonlyMap<string, string>): Uint8Array => {
  const rows = table.rows.map((cells, row) => cells.map((cell, column) => edits.get(keyOf({ row, column })) ?? cell));
  const text = `${Papa.unparse(rows, { delimiter: table.separator, newline: '\r\n' })}\r\n`;
  const mark = table.marked ? byteOrderMark : '';
  return bytesOf(mark + text, table.encoding) ?? new TextEncoder().encode(byteOrderMark + text);
};
