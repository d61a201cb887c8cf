import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { accountColumns, prepareAccounts } from './accounts-table.js';

const quoted = (file: string): string => `'${file.replaceAll("'", "''")}'`;

/** Copies the accounts of one file into another that has the table or gets it; all or none. */
const copyAccounts = (from: string, to: string, fromTable: string, toTable: string): void => {
  const database = new DatabaseSync(to);
  try {
    database.exec(`PRAGMA busy_timeout = 5000; ATTACH ${quoted(from)} AS source; BEGIN IMMEDIATE`);
    for (const [schema, table] of [
      ['main', toTable],
      ['source', fromTable],
    ] as const)
      prepareAccounts(database, schema, table);
    database.exec(`
      DELETE FROM main.${toTable};
      INSERT INTO main.${toTable} (${accountColumns}) SELECT ${accountColumns} FROM source.${fromTable};
      COMMIT;
    `);
  } finally {
    database.close();
  }
};

/** Puts the accounts of a data folder into a backup file, so that one file is the whole of it. Sessions and keys stay behind. */
export const accountsIntoBackup = (dataFolder: string, backupFile: string): void => {
  const records = join(dataFolder, 'records.db');
  if (existsSync(records)) copyAccounts(records, backupFile, 'accounts', 'backed_up_accounts');
};

/** Brings the accounts of a backup into a data folder; a backup without accounts leaves them as they are. */
export const accountsFromBackup = (backupFile: string, dataFolder: string): void => {
  const backup = new DatabaseSync(backupFile, { readOnly: true });
  const held = backup.prepare("SELECT 1 FROM sqlite_master WHERE name = 'backed_up_accounts'").get();
  backup.close();
  if (held) copyAccounts(backupFile, join(dataFolder, 'records.db'), 'backed_up_accounts', 'accounts');
};
