import { escapedInSheet } from '@masar/contracts/cell-text';
import { readXlsx, writeXlsx, type Cell, type Sheet } from 'hucre/xlsx';
import { cleaned, keyOf, type CellTable, type Fault } from './file-table.js';

type CellValue = Sheet['rows'][number][number];

/** A worksheet as the page reads it: what its cells show, beside what they hold. */
export interface SheetTable extends CellTable {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas nobody has computed: they stay what they are until something else is said. */
  readonly formulas: ReadonlyMap<string, string>;
  /** Errors formulas came to: they stay errors, and do not become words. */
  readonly errors: ReadonlySet<string>;
  readonly dateSystem: '1900' | '1904';
}

/** From when days count, and the first that is taken for one. */
const countedFrom = {
  1900: { zero: Date.UTC(1899, 11, 31), first: Date.UTC(1900, 2, 1) },
  1904: { zero: Date.UTC(1904, 0, 1), first: Date.UTC(1904, 2, 1) },
} as const;
const beyond = Date.UTC(10_000, 0, 1);
const hour = 3_600_000;
const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** Days without a zone, hours where there is no day, as the server reads them. */
const shown = (value: CellValue, dateSystem: '1900' | '1904'): string => {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  const { zero, first } = countedFrom[dateSystem];
  const time = value.getTime();
  if (!(time >= zero && time < beyond)) return '#####';
  const since = time - zero;
  if (time < first) return [since / hour, (since % hour) / 60_000, (since % 60_000) / 1000].map(two).join(':');
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
};

/** What was merged downwards says the same in each of its rows. */
const filled = ({ rows, merges = [] }: Sheet): CellValue[][] => {
  const values = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow } of merges)
    for (let row = startRow + 1; row <= Math.min(endRow, values.length - 1); row += 1)
      values[row]![startCol] = values[startRow]?.[startCol] ?? null;
  return values;
};

const formulasOf = ({ cells = new Map<string, Cell>() }: Sheet): ReadonlyMap<string, string> =>
  new Map(
    [...cells].flatMap(([place, { formula, value }]) =>
      formula !== undefined && value === null ? [[place.replace(',', ':'), formula] as const] : [],
    ),
  );

const errorsOf = ({ cells = new Map<string, Cell>() }: Sheet): ReadonlySet<string> =>
  new Set([...cells].flatMap(([place, { type }]) => (type === 'error' ? [place.replace(',', ':')] : [])));

/** The first row that has every column something was found in. */
const headerOf = (rows: readonly (readonly string[])[], faults: readonly Fault[]): number => {
  const columns = [...new Set(faults.map(({ column }) => column).filter((column) => column !== ''))];
  return rows.findIndex((row) => columns.every((column) => row.some((cell) => cleaned(cell) === column)));
};

const folded = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** The sheet the server reads: the one named like the profile, else the first that is not hidden. */
const sheetOf = async (bytes: Uint8Array, names: readonly string[]) => {
  const { sheets, dateSystem = '1900' } = await readXlsx(bytes);
  const wanted = names.map(folded);
  const named = sheets.find(({ name }) => wanted.includes(folded(name)));
  const sheet = named ?? sheets.find(({ hidden, veryHidden }) => !hidden && !veryHidden);
  return sheet && { sheet, dateSystem };
};

/** Reads a workbook so that the cells of its faults can be repaired in place; nothing where they are not to be found. */
export const readSheet = async (
  bytes: Uint8Array,
  names: readonly string[],
  faults: readonly Fault[],
): Promise<SheetTable | undefined> => {
  const read = await sheetOf(bytes, names);
  if (!read) return undefined;
  const values = filled(read.sheet);
  const formulas = formulasOf(read.sheet);
  const width = Math.max(0, ...values.map(({ length }) => length));
  const rows = values.map((row, at) =>
    Array.from({ length: width }, (_, column) => {
      const formula = formulas.get(keyOf({ row: at, column }));
      return formula === undefined ? shown(row[column] ?? null, read.dateSystem) : `=${formula}`;
    }),
  );
  const header = headerOf(rows, faults);
  const errors = errorsOf(read.sheet);
  return header < 0
    ? undefined
    : { name: read.sheet.name, rows, header, values, formulas, errors, dateSystem: read.dateSystem };
};

/** A plain workbook of the sheet's values, each where it was, with some cells said anew as text. */
export const sheetWithEdits = (
  { name, rows, values, formulas, errors, dateSystem }: SheetTable,
  edits: ReadonlyMap<string, string>,
): Promise<Uint8Array> => {
  const cells = new Map<string, Partial<Cell>>();
  for (const [place, formula] of formulas)
    if (!edits.has(place)) cells.set(place.replace(':', ','), { value: null, type: 'formula', formula });
  const said = rows.map((row, at) =>
    row.map((_, column) => {
      const place = keyOf({ row: at, column });
      const value = edits.get(place) ?? values[at]?.[column] ?? null;
      const isText = typeof value === 'string' && (edits.has(place) || !errors.has(place));
      return isText ? escapedInSheet(value) : value;
    }),
  );
  return writeXlsx({ sheets: [{ name, rows: said, cells }], dateSystem });
};
