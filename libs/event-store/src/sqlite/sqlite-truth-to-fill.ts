import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { StoredCommit } from '../commit/stored-commit.js';
import type { TruthToFill } from '../copying/stored-truth.js';
import type { SealHeader } from '../seal/seal.js';
import { lockFolder } from './folder-lock.js';
import { sqliteLocation } from './location.js';
import { sealsOf } from './seal-store.js';
import { arrivals, commitColumns, commitsIn, epochIn, hasArrivals } from './sqlite-truth.js';
import { openTruthForWriting } from './truth-database.js';

/*
 * What arrives waits in a table of its own, so that the log gets the order in which things were recorded whatever order
 * they came in; while the table is there nobody opens the store.
 */
const arriving = `CREATE TABLE IF NOT EXISTS ${arrivals} (
  stream TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, command_id TEXT NOT NULL,
  recorded_at TEXT NOT NULL, known_at TEXT NOT NULL, hashes TEXT NOT NULL, texts TEXT NOT NULL,
  PRIMARY KEY (stream, first)
)`;
const insert = `INSERT INTO ${arrivals} (${commitColumns})
  VALUES (:stream, :first, :last, :command_id, :recorded_at, :known_at, :hashes, :texts)`;
const settle = `INSERT INTO commits (${commitColumns})
  SELECT ${commitColumns} FROM ${arrivals} ORDER BY recorded_at, stream, first`;

const inTransaction = (database: DatabaseSync, work: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (fault) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw fault;
  }
};

class SqliteTruthToFill implements TruthToFill {
  constructor(
    readonly name: string,
    private readonly database: DatabaseSync,
    private readonly unlock: () => void,
  ) {}

  async epoch(): Promise<string> {
    return epochIn(this.database);
  }

  commits(): AsyncIterable<StoredCommit> {
    const both = `SELECT ${commitColumns} FROM commits UNION ALL SELECT ${commitColumns} FROM ${arrivals}`;
    const all = hasArrivals(this.database) ? both : `SELECT ${commitColumns} FROM commits`;
    return commitsIn(this.database, `${all} ORDER BY stream, first`);
  }

  async count(): Promise<number> {
    return (this.database.prepare('SELECT count(*) AS n FROM commits').get() as { n: number }).n;
  }

  async seals(): Promise<readonly SealHeader[]> {
    return sealsOf(this.database);
  }

  async isUnfinished(): Promise<boolean> {
    return hasArrivals(this.database) && (await this.count()) === 0;
  }

  async begin(): Promise<void> {
    this.database.exec(arriving);
  }

  async put(commits: readonly StoredCommit[]): Promise<void> {
    const put = this.database.prepare(insert);
    inTransaction(this.database, () => {
      for (const { stream, first, last, command_id, recorded_at, known_at, hashes, texts } of commits)
        put.run({ stream, first, last, command_id, recorded_at, known_at, hashes, texts });
    });
  }

  async putSeals(seals: readonly SealHeader[]): Promise<void> {
    const put = this.database.prepare('INSERT OR IGNORE INTO seals (number, header) VALUES (?, ?)');
    inTransaction(this.database, () => {
      for (const header of seals) put.run(header.number, JSON.stringify(header));
    });
  }

  async finish({ renewEpoch }: { readonly renewEpoch: boolean }): Promise<string> {
    inTransaction(this.database, () => {
      this.database.exec(`${settle}; DROP TABLE ${arrivals}; DELETE FROM snapshots`);
      if (renewEpoch) this.database.prepare("UPDATE meta SET value = ? WHERE name = 'epoch'").run(randomUUID());
    });
    return this.epoch();
  }

  async close(): Promise<void> {
    this.database.close();
    this.unlock();
  }
}

/** Takes the folder for this process; rejects with `FolderInUse`. */
export const openSqliteTruthToFill = async (url: string): Promise<TruthToFill> => {
  const location = sqliteLocation(url);
  if (location.kind === 'memory') throw new Error('a store in memory cannot be filled from another');
  const unlock = lockFolder(location.folder);
  try {
    return new SqliteTruthToFill(location.file, openTruthForWriting(location.file), unlock);
  } catch (fault) {
    unlock();
    throw fault;
  }
};
