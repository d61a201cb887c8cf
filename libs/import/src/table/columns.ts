import { unreadableIn, type Bilingual } from '@masar/contracts';
import { fault, type Fault } from '../fault.js';
import { folded, type Table, type TableRow } from './table.js';

/** One column a profile asks for: its spellings (Arabic, English, the source's own over the years). */
export interface ColumnSpec {
  readonly headers: readonly string[];
  readonly required?: boolean;
  /** What people are told of it in the template. */
  readonly about?: Required<Bilingual>;
  /** The only words it takes, offered as a list in the template. */
  readonly words?: Readonly<Record<'ar' | 'en', readonly string[]>>;
  /** It takes days: in the template its cells are written as such. */
  readonly isDay?: boolean;
}
export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;

/** A cell with its place, for faults. */
export interface Cell {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** Columns of a table under the profile's own names. */
export interface Columns {
  has(name: string): boolean;
  /** The cell of a row; of a header that stands there twice the one that is not empty. Absent columns read empty. */
  cell(row: TableRow, name: string): Cell;
}

const places = (table: Table, spec: ColumnSpec): number[] => {
  const spellings = new Set(spec.headers.map(folded));
  return table.headers.flatMap((header, index) => (spellings.has(folded(header)) ? [index] : []));
};

/** Cells of the columns that are read with a character nobody can read: no command by hand takes them either. */
const unreadableCells = (table: Table, at: readonly number[]): Fault[] =>
  table.rows.flatMap(({ row, cells }) =>
    at.flatMap((index) => {
      const found = unreadableIn(cells[index] ?? '');
      return found === undefined
        ? []
        : [fault('value/characters', row, table.headers[index] ?? '', cells[index], found)];
    }),
  );

/**
 * Finds the profile's columns. A required one that is missing is a fault of the file. A header that stands there twice is
 * a fault of our own files (`once`); a source's is read where it is not empty, and is a fault in a row where both say
 * something different.
 */
export const findColumns = (
  table: Table,
  specs: ColumnSpecs,
  once = false,
): { readonly columns: Columns; readonly faults: readonly Fault[] } => {
  const found = new Map(Object.entries(specs).map(([name, spec]) => [name, places(table, spec)]));
  const faults: Fault[] = [];
  for (const [name, spec] of Object.entries(specs)) {
    const at = found.get(name) ?? [];
    if (at.length === 0 && spec.required) faults.push(fault('table/column-missing', 1, spec.headers[0] ?? name));
    if (at.length < 2) continue;
    if (once) {
      faults.push(fault('table/column-twice', 1, table.headers[at[1]!] ?? name));
      continue;
    }
    for (const row of table.rows) {
      const said = new Set(at.map((index) => row.cells[index] ?? '').filter((text) => text !== ''));
      if (said.size > 1)
        faults.push(fault('table/column-twice', row.row, table.headers[at[0]!] ?? name, [...said].join(' / ')));
    }
  }
  faults.push(...unreadableCells(table, [...new Set([...found.values()].flat())]));
  const columns: Columns = {
    has: (name) => (found.get(name) ?? []).length > 0,
    cell: (row, name) => {
      const at = found.get(name) ?? [];
      const place = at.find((index) => (row.cells[index] ?? '') !== '') ?? at[0];
      const column = place === undefined ? (specs[name]?.headers[0] ?? name) : (table.headers[place] ?? name);
      return { row: row.row, column, text: place === undefined ? '' : (row.cells[place] ?? '') };
    },
  };
  return { columns, faults };
};
