import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { StoredCommit } from '../commit/stored-commit.js';
import type { Heads, StoredTruth } from '../copying/stored-truth.js';
import { UnfinishedStore } from '../faults.js';
import type { SealHeader } from '../seal/seal.js';
import { sealsOf } from './seal-store.js';
import { storeFile } from './store-file.js';
import { openTruthForReading } from './truth-database.js';

export const commitColumns = 'stream, first, last, command_id, recorded_at, known_at, hashes, texts';

/** Where what arrives from another store waits until all of it is there. */
export const arrivals = 'arriving';

export const hasArrivals = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(arrivals) !== undefined;

/** Half of a history is nobody's truth; a file that is not there yet is no half. Throws `UnfinishedStore`. */
export const checkArrivedIn = (file: string): void => {
  if (!existsSync(file)) return;
  const database = openTruthForReading(file);
  try {
    if (hasArrivals(database)) throw new UnfinishedStore(file);
  } finally {
    database.close();
  }
};

export const epochIn = (database: DatabaseSync): string =>
  (database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get() as { value: string }).value;

/** A statement is one moment of the file, however long it is read and whoever writes meanwhile. */
export async function* commitsIn(
  database: DatabaseSync,
  sql: string,
  upTo?: Heads,
): AsyncGenerator<StoredCommit, void, undefined> {
  for (const row of database.prepare(sql).iterate()) {
    const commit = row as unknown as StoredCommit;
    if (upTo === undefined || commit.last <= (upTo.get(commit.stream)?.version ?? 0)) yield commit;
  }
}

/** The file of a data folder, or a backup of it, read while it may be in use. */
export const openSqliteTruth = async (url: string): Promise<StoredTruth> => {
  const { file } = storeFile(url);
  checkArrivedIn(file);
  const database = openTruthForReading(file);
  return {
    name: file,
    epoch: async () => epochIn(database),
    commits: (upTo) => commitsIn(database, `SELECT ${commitColumns} FROM commits ORDER BY stream, first`, upTo),
    count: async () => (database.prepare('SELECT count(*) AS n FROM commits').get() as { n: number }).n,
    seals: async (): Promise<readonly SealHeader[]> => sealsOf(database),
    close: async () => database.close(),
  };
};
