import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FolderInUse } from '../faults.js';

/** Lets go of the folder. */
export type Unlock = () => void;

const readHolder = (file: string): number | undefined => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const { user_version: holder } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    return holder || undefined;
  } catch {
    return undefined;
  } finally {
    database.close();
  }
};

/**
 * Takes a data folder for this process. The lock is the write lock of a small SQLite file, held by an open transaction:
 * the operating system drops it with the process, however that ends. Throws `FolderInUse`, naming folder and process.
 */
export const lockFolder = (folder: string): Unlock => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'masar.lock');
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    database.exec(`PRAGMA user_version = ${process.pid}`);
    database.exec('BEGIN IMMEDIATE');
  } catch {
    database.close();
    throw new FolderInUse(folder, readHolder(file));
  }
  return () => database.close();
};
