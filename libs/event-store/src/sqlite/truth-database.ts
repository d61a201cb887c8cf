import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Raised when the tables change; a newer file than this build knows is refused. */
const schemaVersion = 1;

/*
 * One row per commit: first…last are versions of its stream, `texts` the RFC 8785 text of each event and `hashes` their
 * SHA-256, one a line (canonical JSON holds no line break). Columns beside the texts repeat what is in them, for indexes;
 * the verification compares them. `seq` is the order of insertion, the offset of the log.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS commits (
    seq INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    command_id TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    known_at TEXT NOT NULL,
    hashes TEXT NOT NULL,
    texts TEXT NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS commits_by_version ON commits (stream, first);
  CREATE UNIQUE INDEX IF NOT EXISTS commits_by_command ON commits (stream, command_id);
  CREATE INDEX IF NOT EXISTS streams ON commits (stream) WHERE first = 1;
  CREATE TABLE IF NOT EXISTS snapshots (
    stream TEXT NOT NULL, decider TEXT NOT NULL, version INTEGER NOT NULL, state BLOB NOT NULL,
    PRIMARY KEY (stream, decider)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS seals (number INTEGER PRIMARY KEY, header TEXT NOT NULL);
`;

const prepareTables = (database: DatabaseSync): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(tables);
    const remember = database.prepare('INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)');
    remember.run('schema', String(schemaVersion));
    remember.run('epoch', randomUUID());
    const { value } = database.prepare("SELECT value FROM meta WHERE name = 'schema'").get() as { value: string };
    if (Number(value) > schemaVersion) throw new Error(`this store is of a newer Masar (schema ${value})`);
    database.exec('COMMIT');
  } catch (fault) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw fault;
  }
};

/*
 * A log of up to 16 MB between checkpoints: a busy index page is then folded into the main file once and not at every
 * eighth commit.
 */
const settings = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA cache_size = -16000;
`;

/** The writing connection: WAL, each COMMIT synced to disk (`synchronous=FULL`); makes folder, file and tables. */
export const openTruthForWriting = (file: string, maxPages?: number): DatabaseSync => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(settings);
  prepareTables(database);
  if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${maxPages}`);
  return database;
};

/** A reading connection on a file that is there; sees commits only. */
export const openTruthForReading = (file: string): DatabaseSync => {
  if (!existsSync(file)) throw new Error(`there is no event store at ${file}`);
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = 1');
  return database;
};
