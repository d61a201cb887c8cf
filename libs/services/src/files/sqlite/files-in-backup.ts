import { DatabaseSync } from 'node:sqlite';
import { FilesFromParts, partsOf, type FilePart } from '../carrying/file-parts.js';
import type { CarriedFile, FileStore } from '../file-store.js';

const table = 'backed_up_file_parts';
const isThere = (database: DatabaseSync): boolean =>
  database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined;

/** Puts the files of a data folder into a backup of its truth, so that one file is the whole of it. */
export const filesIntoBackup = async (files: FileStore, backupFile: string): Promise<void> => {
  const database = new DatabaseSync(backupFile);
  try {
    database.exec(`PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE; DROP TABLE IF EXISTS ${table};
      CREATE TABLE ${table} (part INTEGER PRIMARY KEY, file TEXT, bytes BLOB) STRICT`);
    const insert = database.prepare(`INSERT INTO ${table} (file, bytes) VALUES (?, ?)`);
    for await (const part of partsOf(files))
      if ('file' in part) insert.run(JSON.stringify(part.file), null);
      else insert.run(null, part.bytes);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
};

async function* partsInFile(database: DatabaseSync): AsyncGenerator<FilePart> {
  const rows = database.prepare(`SELECT file, bytes FROM ${table} ORDER BY part`).iterate();
  for (const row of rows as Iterable<{ file: string | null; bytes: Uint8Array | null }>)
    yield row.file === null ? { bytes: row.bytes! } : { file: JSON.parse(row.file) as CarriedFile };
}

/** Brings the files of a folder's backup; one without any brings none. Answers how many. */
export const filesFromBackup = async (backupFile: string, files: FileStore): Promise<number> => {
  const database = new DatabaseSync(backupFile, { readOnly: true });
  try {
    return isThere(database) ? await new FilesFromParts(files, partsInFile(database)).bring() : 0;
  } finally {
    database.close();
  }
};

/** A backup that has become the truth of a folder need not carry there what now lies beside. */
export const dropCarriedFiles = (truth: string): void => {
  const database = new DatabaseSync(truth);
  try {
    database.exec(`PRAGMA busy_timeout = 5000; DROP TABLE IF EXISTS ${table}; VACUUM`);
  } finally {
    database.close();
  }
};
