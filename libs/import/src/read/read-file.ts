import { decode } from '../decode/decode.js';
import { fault, isBlocking, type Fault } from '../fault.js';
import { importLimits } from '../limits.js';
import type { ImportedInitiative } from '../model/imported.js';
import type { BillSheetsProfile, OwnRowsProfile, Profile } from '../profiles/profile.js';
import { findColumns, type Columns, type ColumnSpecs } from '../table/columns.js';
import { separatedTable } from '../table/separated-table.js';
import { folded, type Table } from '../table/table.js';
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

type TableReader = {
  readonly columns: ColumnSpecs;
  readonly read: (table: Table, columns: Columns, reading: Reading) => ImportedInitiative[];
};

const readerOf = (profile: Exclude<Profile, { shape: 'bill-status' }>, table: Table): TableReader | undefined => {
  switch (profile.shape) {
    case 'initiative-rows':
      return { columns: profile.columns, read: (...sheet) => readInitiativeRows(profile, ...sheet) };
    case 'plan-rows':
      return { columns: profile.columns, read: (...sheet) => readPlanRows(profile, ...sheet) };
    case 'own-rows': {
      const columns = exportOf(profile, table)?.columns ?? profile.columns;
      return { columns, read: (...sheet) => readOwnRows(profile, ...sheet) };
    }
    case 'bill-sheets': {
      const name = sheetOf(profile, table);
      return (
        name && { columns: profile.sheets[name].columns, read: (...sheet) => readBillSheets(profile, name, ...sheet) }
      );
    }
  }
};

const headersOf = (profile: Exclude<Profile, { shape: 'bill-status' }>): readonly (readonly string[])[] =>
  profile.shape === 'bill-sheets'
    ? Object.values(profile.sheets).flatMap((sheet) => Object.values(sheet.columns).map((column) => column.headers))
    : Object.values(profile.columns).map((column) => column.headers);

const readTable = (text: string, profile: Exclude<Profile, { shape: 'bill-status' }>, reading: Reading): ReadFile => {
  const separator = 'separator' in profile && profile.separator ? { separator: profile.separator } : {};
  const table = separatedTable(text, { headers: headersOf(profile), ...separator });
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
  reading.faults.push(...faults);
  if (reading.faults.some(isBlocking)) return reading.done([], table.rows.length);
  if (table.rows.length === 0) return failed([fault('file/empty', 1, table.headers[0] ?? '')]);
  return reading.done(reader.read(table, columns, reading), table.rows.length);
};

/**
 * Reads a file by its profile: bytes to initiatives as the file tells of them, with every fault by row and column. Pure;
 * nothing is known here of what has been recorded before.
 */
export const readFile = (bytes: Uint8Array, profile: Profile, facts: FileFacts): ReadFile => {
  if (bytes.length > importLimits.bytes) return failed([fault('file/too-large', 0, '', String(bytes.length))]);
  const decoded = decode(bytes, profile.encodings);
  if (decoded.fault) return failed([decoded.fault]);
  const reading = new Reading(facts, profile.bodies);
  if (profile.shape !== 'bill-status') return readTable(decoded.text, profile, reading);
  const xml = readXml(decoded.text);
  if (xml.fault) return failed([xml.fault]);
  return reading.done(readBillStatus(profile, xml.root, reading), 1);
};
