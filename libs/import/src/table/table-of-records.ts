import { fault, type Fault } from '../fault.js';
import { importLimits } from '../limits.js';
import { cleaned, folded, type Table, type TableRow } from './table.js';

/** A record as it lies in a file; `row` is its number there. */
export interface TableRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** By which headers a sheet is recognised, lying or standing: each a list of spellings. */
export type KnownHeaders = readonly (readonly string[])[];

const spellingsOf = (headers: KnownHeaders): ReadonlySet<string> => new Set(headers.flat().map(folded));
const knownIn = (known: ReadonlySet<string>, cells: readonly string[]): number =>
  cells.filter((cell) => known.has(folded(cell))).length;

/** A sheet lies on its side when its first column names more of the known headers than its first row. */
const isTransposed = (known: ReadonlySet<string>, records: readonly TableRecord[]): boolean => {
  const down = records.map(({ cells }) => cells[0] ?? '');
  return knownIn(known, down) > knownIn(known, records[0]?.cells ?? []);
};

/** Its columns as records: a column counts as the row it would be, the first as 1. */
const turned = (records: readonly TableRecord[]): TableRecord[] => {
  const width = records.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => ({
    row: column + 1,
    cells: records.map(({ cells }) => cells[column] ?? ''),
  }));
};

/** Lines of text must have as many cells as there are headers: a line break or separator may have been lost. */
const widthFault = ({ row, cells }: TableRecord, headers: readonly string[]): Fault | undefined => {
  const [has, needs] = [cells.length, headers.length];
  if (has > needs) return fault('table/row-glued', row, headers.at(-1) ?? '', cells[needs] ?? '', `${has}/${needs}`);
  return has < needs ? fault('table/cells-missing', row, headers[has] ?? '', '', `${has}/${needs}`) : undefined;
};

const rowsOf = (
  records: readonly TableRecord[],
  headers: readonly string[],
  isRagged: boolean,
  faults: Fault[],
): TableRow[] => {
  const rows: TableRow[] = [];
  for (const record of records) {
    const { row } = record;
    const cells = record.cells.map(cleaned);
    if (cells.every((cell) => cell === '')) continue;
    const wrong = isRagged ? undefined : widthFault({ row, cells }, headers);
    if (wrong) faults.push(wrong);
    for (const [column, cell] of cells.entries())
      if (cell.length > importLimits.cell) faults.push(fault('value/too-long', row, headers[column] ?? '', cell));
    rows.push({ row, cells });
  }
  return rows;
};

const rowsAboveHeader = 20;

/** Where a worksheet's header stands: above it there may be a title, a date, a logo's empty rows. */
const headerAt = (known: ReadonlySet<string>, records: readonly TableRecord[]): number => {
  const counts = records.slice(0, rowsAboveHeader).map(({ cells }) => knownIn(known, cells));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
};

/**
 * Records as a table, turned where they lie on their side. Those of a worksheet (`isSheet`) may begin below a title, and
 * their rows end where their last cell is.
 */
export const tableOf = (lying: readonly TableRecord[], known: KnownHeaders, isSheet = false): Table => {
  const none = { headers: [], rows: [] };
  const spellings = spellingsOf(known);
  const from = isSheet ? headerAt(spellings, lying) : 0;
  const isOnItsSide = isTransposed(spellings, lying.slice(from));
  const records = isOnItsSide ? turned(lying) : lying.slice(from);
  if (records.length > importLimits.rows)
    return { ...none, faults: [fault('file/too-many-rows', 0, '', String(records.length))] };
  const headers = (records[0]?.cells ?? []).map(cleaned);
  if (headers.length > importLimits.columns)
    return { ...none, faults: [fault('table/unreadable', 1, '', String(headers.length))] };
  const faults: Fault[] = [];
  return { headers, rows: rowsOf(records.slice(1), headers, isSheet, faults), faults, isTurned: isOnItsSide };
};
