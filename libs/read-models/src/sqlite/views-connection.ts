import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

const tables = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, spec TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pointers (projection TEXT PRIMARY KEY, collection TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS history (
    stream TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, prevhash TEXT NOT NULL, known_at TEXT NOT NULL,
    event TEXT NOT NULL, PRIMARY KEY (stream, version)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS groups (name TEXT PRIMARY KEY, offset INTEGER NOT NULL, epoch TEXT) WITHOUT ROWID;
`;
const keptStatements = 400;

/** A connection with its prepared statements. */
export class ViewsConnection {
  private readonly statements = new Map<string, StatementSync>();

  constructor(readonly database: DatabaseSync) {}

  prepare(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    if (this.statements.size >= keptStatements) this.statements.clear();
    const prepared = this.database.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }

  /** All of `work` or nothing of it; within another transaction it is a part of that one, undone alone when it fails. */
  transaction<T>(work: () => T): T {
    const nested = this.database.isTransaction;
    this.database.exec(nested ? 'SAVEPOINT part' : 'BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec(nested ? 'RELEASE part' : 'COMMIT');
      return result;
    } catch (fault) {
      this.undo(nested);
      throw fault;
    }
  }

  undo(nested = false): void {
    // A full disk makes SQLite roll the whole transaction back by itself.
    if (this.database.isTransaction) this.database.exec(nested ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK');
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }
}

/**
 * Documents are disposable, so a crash may cost the last moments (`synchronous=NORMAL`) but never tears the file. A busy
 * document is folded into the main file once in 32 MB of writing and not at every fourth.
 */
export const openViewsForWriting = (file: string): ViewsConnection => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864',
  );
  const connection = new ViewsConnection(database);
  connection.transaction(() => database.exec(tables));
  return connection;
};

export const openViewsForReading = (file: string): ViewsConnection => {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = 1; PRAGMA cache_size = -16000');
  return new ViewsConnection(database);
};
