import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Waits for whoever writes, and is on disk before it answers. */
const careful = 'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;';

/**
 * Opens a SQLite file that its owner alone may read, from its first moment on: what SQLite writes beside it takes after it.
 * Made when missing; `tables` declares what has to be in it.
 */
export const openPrivateDatabase = (file: string, tables: string): DatabaseSync => {
  if (file !== ':memory:') {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  }
  const database = new DatabaseSync(file);
  database.exec(`${careful}${tables}`);
  return database;
};
