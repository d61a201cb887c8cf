import type { Sheet, Workbook } from 'hucre/xlsx';
import { fault, type Fault, type FaultCode } from '../fault.js';
import { importLimits } from '../limits.js';
import { shownBy } from './shown-cell.js';
import type { TableRecord } from './table-of-records.js';
import { packedFault } from './packed-size.js';
import { folded } from './table.js';

/** One sheet of a workbook as text: what its cells show to the reader of a table, never what they would compute. */
export interface Worksheet {
  readonly name: string;
  readonly records: readonly TableRecord[];
  /** Plain numbers that stand for days count from 1904, as in workbooks of old Macintoshes. */
  readonly serialsFrom1904: boolean;
  /** Formulas nobody has computed, and those that came to an error: nothing is said there, and nothing is computed here. Rows and columns count from 1. */
  readonly uncomputed: readonly { readonly row: number; readonly column: number; readonly shown: string }[];
}

/** A packed file: every workbook since 2007 is one, and no text begins so. */
export const isPacked = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && [3, 5, 7].includes(bytes[2] ?? 0);
/** The office files of before 2007, and those of after it that a password locks. */
export const isOldOffice = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

/** What was merged downwards says the same in each of its rows; sideways it is said once. */
const fillMerged = ({ merges = [] }: Sheet, cells: string[][]): void => {
  for (const { startRow, startCol, endRow } of merges)
    for (let row = startRow + 1; row <= Math.min(endRow, cells.length - 1); row += 1)
      if (cells[row]![startCol] !== undefined) cells[row]![startCol] = cells[startRow]?.[startCol] ?? '';
};

const uncomputed = ({ cells = new Map() }: Sheet): Worksheet['uncomputed'] =>
  [...cells].flatMap(([place, { formula, value, type }]) => {
    const shown =
      type === 'error' ? String(value) : formula !== undefined && value === null ? `=${formula}` : undefined;
    const [row = 0, column = 0] = place.split(',').map(Number);
    return shown === undefined ? [] : [{ row: row + 1, column: column + 1, shown }];
  });

const worksheetOf = (sheet: Sheet, { dateSystem }: Workbook): Worksheet => {
  const shown = shownBy(dateSystem);
  const cells = sheet.rows.map((row) => row.map(shown));
  fillMerged(sheet, cells);
  return {
    name: sheet.name,
    records: cells.map((row, index) => ({ row: index + 1, cells: row })),
    serialsFrom1904: dateSystem === '1904',
    uncomputed: uncomputed(sheet),
  };
};

const refusals: Readonly<Record<string, FaultCode>> = { EncryptedFileError: 'workbook/locked' };

/** The sheet of one of the given names, else the first that is not hidden. */
const chosenSheet = async (bytes: Uint8Array, names: readonly string[]): Promise<Worksheet | FaultCode> => {
  // Loaded when a workbook comes: most files are text.
  const { readXlsx } = await import('hucre/xlsx');
  const wanted = new Set(names.map(folded));
  const maxRows = importLimits.rows + 1;
  let first: number | undefined;
  let isFound = false;
  const named = await readXlsx(bytes, {
    maxRows,
    sheets: (info, index) => {
      if (!info.hidden && !info.veryHidden) first ??= index;
      if (isFound || !wanted.has(folded(info.name))) return false;
      isFound = true;
      return true;
    },
  });
  if (isFound) return worksheetOf(named.sheets[0]!, named);
  if (first === undefined) return 'file/empty';
  const workbook = await readXlsx(bytes, { maxRows, sheets: [first] });
  return workbook.sheets[0] ? worksheetOf(workbook.sheets[0], workbook) : 'file/empty';
};

/**
 * Reads a workbook (xlsx): the sheet that bears one of the names, else its first. Broken, locked and bursting files are
 * faults.
 */
export const readWorksheet = async (bytes: Uint8Array, names: readonly string[]): Promise<Worksheet | Fault> => {
  const packed = await packedFault(bytes);
  if (packed) return fault(packed, 0, '');
  let read: Worksheet | FaultCode;
  try {
    read = await chosenSheet(bytes, names);
  } catch (broken) {
    if (!(broken instanceof Error)) throw broken;
    // Whatever the library stumbles over is a workbook it cannot read.
    return fault(refusals[broken.name] ?? 'workbook/unreadable', 0, '', '', broken.name);
  }
  if (typeof read === 'string') return fault(read, 0, '');
  const cells = read.records.reduce((sum, record) => sum + record.cells.length, 0);
  return cells > importLimits.cells ? fault('file/too-large', 0, '', String(cells)) : read;
};
