import { decode } from '../decode/decode.js';
import { fault, isBlocking, type Fault } from '../fault.js';
import { importLimits } from '../limits.js';
import type { ImportedInitiative } from '../model/imported.js';
import type { BillSheetsProfile, OwnRowsProfile, Profile } from '../profiles/profile.js';
import { findColumns, type Columns, type ColumnSpecs } from '../table/columns.js';
import { tableOf } from '../table/table-of-records.js';
import { separatedTable } from '../table/separated-table.js';
import { folded, type Table } from '../table/table.js';
import { isOldOffice, isPacked, readWorksheet } from '../table/worksheet.js';
import { readXml } from '../table/xml.js';
import { readBillSheets } from './bill-sheets.js';
import { readBillStatus } from './bill-status.js';
import { readInitiativeRows } from './initiative-rows.js';
import { readOwnRows } from './own-rows.js';
import { readPlanRows } from './plan-rows.js';
import { Reading, type FileFacts, type ReadFile } from './reading.js';

const failed = (faults: readonly Fault[]): ReadFile => ({ initiatives: [], bodies: [], faults, rows: 0 });

const sheetOf = (profile: BillSheetsProfile, table: Table): keyof BillSheetsProfile['sheets'] | undefined => {
  const headers = new Set(table.headers.map(folded));
  return (['phases', 'actions', 'bills'] as const).find((name) => headers.has(folded(profile.sheets[name].knownBy)));
};

const exportOf = (profile: OwnRowsProfile, table: Table): OwnRowsProfile['exports'][number] | undefined => {
  const headers = new Set(table.headers.map(folded));
  return profile.exports.find(({ knownBy }) => knownBy.every((header) => headers.has(folded(header))));
};

type OfTables = Exclude<Profile, { shape: 'bill-status' }>;

type TableReader = {
  readonly columns: ColumnSpecs;
  readonly read: (table: Table, columns: Columns, reading: Reading) => ImportedInitiative[];
};

const readerOf = (profile: OfTables, table: Table): TableReader | undefined => {
  switch (profile.shape) {
    case 'initiative-rows':
      return { columns: profile.columns, read: (...sheet) => readInitiativeRows(profile, ...sheet) };
    case 'plan-rows':
      return { columns: profile.columns, read: (...sheet) => readPlanRows(profile, ...sheet) };
    case 'own-rows': {
      const columns = exportOf(profile, table)?.columns;
      return {
        columns: columns ?? profile.columns,
        read: (...sheet) => readOwnRows({ profile, isExport: columns !== undefined }, ...sheet),
      };
    }
    case 'bill-sheets': {
      const name = sheetOf(profile, table);
      return (
        name && { columns: profile.sheets[name].columns, read: (...sheet) => readBillSheets(profile, name, ...sheet) }
      );
    }
  }
};

const headersOf = (profile: OfTables): readonly (readonly string[])[] =>
  profile.shape === 'bill-sheets'
    ? Object.values(profile.sheets).flatMap((sheet) => Object.values(sheet.columns).map((column) => column.headers))
    : Object.values(profile.columns).map((column) => column.headers);

/** Faults of single cells, those in columns nobody reads left out. */
const inColumns = (faults: readonly Fault[], columns: ColumnSpecs): readonly Fault[] => {
  const read = new Set(Object.values(columns).flatMap(({ headers }) => headers.map(folded)));
  return faults.filter(({ column }) => read.has(folded(column)));
};

const readTable = (table: Table, profile: OfTables, reading: Reading, ofCells: readonly Fault[] = []): ReadFile => {
  reading.faults.push(...table.faults);
  if (table.headers.length === 0) return reading.done([], 0);
  const reader = readerOf(profile, table);
  if (!reader)
    return failed([
      fault(
        'table/column-missing',
        1,
        Object.values((profile as BillSheetsProfile).sheets)
          .map((sheet) => sheet.knownBy)
          .join(' | '),
      ),
    ]);
  const { columns, faults } = findColumns(table, reader.columns, profile.shape === 'own-rows');
  reading.faults.push(...inColumns(ofCells, reader.columns), ...faults);
  if (reading.faults.some(isBlocking)) return reading.done([], table.rows.length);
  if (table.rows.length === 0) return failed([fault('file/empty', 1, table.headers[0] ?? '')]);
  return reading.done(reader.read(table, columns, reading), table.rows.length);
};

/**
 * Reads a file of text by its profile: bytes to initiatives as the file tells of them, with every fault by row and column.
 * Pure; nothing is known here of what has been recorded before.
 */
export const readText = (bytes: Uint8Array, profile: Profile, facts: FileFacts): ReadFile => {
  if (bytes.length > importLimits.bytes) return failed([fault('file/too-large', 0, '', String(bytes.length))]);
  const decoded = decode(bytes, profile.encodings);
  if (decoded.fault) return failed([decoded.fault]);
  const reading = new Reading(facts, profile.bodies);
  if (profile.shape !== 'bill-status') {
    const separator = 'separator' in profile && profile.separator ? { separator: profile.separator } : {};
    return readTable(separatedTable(decoded.text, { headers: headersOf(profile), ...separator }), profile, reading);
  }
  const xml = readXml(decoded.text);
  if (xml.fault) return failed([xml.fault]);
  return reading.done(readBillStatus(profile, xml.root, reading), 1);
};

/** Names of the sheet a profile's table stands on, where a workbook has several. */
export const sheetNamesOf = ({ name, title }: Profile): readonly string[] => [name, ...Object.values(title)];

/** Reads a workbook by its profile, as its text is read: faults name the row of the sheet and the header of the column. */
const readWorkbook = async (bytes: Uint8Array, profile: Profile, facts: FileFacts): Promise<ReadFile> => {
  if (profile.shape === 'bill-status') return failed([fault('encoding/not-text', 0, '')]);
  const sheet = await readWorksheet(bytes, sheetNamesOf(profile));
  if ('code' in sheet) return failed([sheet]);
  if (sheet.records.every(({ cells }) => cells.every((cell) => cell.trim() === '')))
    return failed([fault('file/empty', 0, '')]);
  const reading = new Reading(facts, profile.bodies, sheet.serialsFrom1904);
  const table = tableOf(sheet.records, headersOf(profile), true);
  const ofCells = sheet.uncomputed.map((one) => {
    const [row, column] = table.isTurned ? [one.column, one.row] : [one.row, one.column];
    return fault('value/not-computed', row, table.headers[column - 1] ?? '', one.shown);
  });
  return readTable(table, profile, reading, ofCells);
};

/** Reads a file, whatever it is by its bytes: a workbook, or text. */
export const readFile = async (bytes: Uint8Array, profile: Profile, facts: FileFacts): Promise<ReadFile> => {
  if (bytes.length > importLimits.bytes) return failed([fault('file/too-large', 0, '', String(bytes.length))]);
  if (isOldOffice(bytes)) return failed([fault('workbook/old', 0, '')]);
  return isPacked(bytes) ? readWorkbook(bytes, profile, facts) : readText(bytes, profile, facts);
};
