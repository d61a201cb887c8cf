import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Role } from '@masar/contracts';
import { bookOf, type Account, type AccountBook, type AccountRecords } from '../account.js';

interface AccountRow {
  user: string;
  hash: string;
  roles: string;
  entity: string | null;
  disabled: number;
}

const accountOf = (row: AccountRow): Account => ({
  user: row.user,
  hash: row.hash,
  roles: JSON.parse(row.roles) as Role[],
  ...(row.entity === null ? {} : { entity: row.entity }),
  disabled: row.disabled === 1,
});

const tables = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS accounts (user TEXT PRIMARY KEY, hash TEXT NOT NULL, roles TEXT NOT NULL, entity TEXT, disabled INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS revoked (session TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
`;

/** The records of a data folder. Another process's change (the command line's) moves SQLite's own number, asked in every turn in which somebody asks. */
class SqliteAccountRecords implements AccountRecords {
  readonly #version;
  #seen: number;
  #looked = false;
  #book: AccountBook;

  constructor(private readonly database: DatabaseSync) {
    database.exec(tables);
    this.#version = database.prepare('PRAGMA data_version');
    this.#seen = this.#versionNow();
    this.#book = this.#read();
  }

  #versionNow(): number {
    return (this.#version.get() as { data_version: number }).data_version;
  }

  #read(): AccountBook {
    const accounts = this.database.prepare('SELECT * FROM accounts ORDER BY user').all() as unknown as AccountRow[];
    const revoked = this.database.prepare('SELECT session FROM revoked WHERE until > ?').all(Date.now());
    return bookOf(
      accounts.map(accountOf),
      (revoked as { session: string }[]).map(({ session }) => session),
    );
  }

  /** Looked at once in a turn of the event loop: a request asks several times, and many requests come in one turn. */
  current(): AccountBook {
    if (!this.#looked) {
      this.#looked = true;
      setImmediate(() => (this.#looked = false));
      this.#look();
    }
    return this.#book;
  }

  #look(): void {
    const version = this.#versionNow();
    if (version !== this.#seen) [this.#seen, this.#book] = [version, this.#read()];
  }

  async refresh(): Promise<void> {
    this.#look();
  }

  async add({ user, hash, roles, entity, disabled }: Account): Promise<boolean> {
    return this.#write(
      'INSERT INTO accounts (user, hash, roles, entity, disabled) VALUES (?, ?, ?, ?, ?) ON CONFLICT (user) DO NOTHING',
      ...[user, hash, JSON.stringify(roles), entity ?? null, Number(disabled)],
    );
  }

  async change(user: string, { hash, disabled }: Partial<Pick<Account, 'hash' | 'disabled'>>): Promise<boolean> {
    return this.#write(
      'UPDATE accounts SET hash = coalesce(?, hash), disabled = coalesce(?, disabled) WHERE user = ?',
      ...[hash ?? null, disabled === undefined ? null : Number(disabled), user],
    );
  }

  async revoke(session: string, until: number): Promise<void> {
    this.database.prepare('DELETE FROM revoked WHERE until <= ?').run(Date.now());
    this.#write('INSERT OR REPLACE INTO revoked (session, until) VALUES (?, ?)', session, until);
  }

  /** The own connection's changes leave SQLite's number as it was. */
  #write(statement: string, ...values: (string | number | null)[]): boolean {
    const { changes } = this.database.prepare(statement).run(...values);
    this.#book = this.#read();
    return changes === 1;
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

/** Opens `records.db`, made when missing and readable by its owner alone; `:memory:` for tests. */
export const openSqliteAccountRecords = (file: string): AccountRecords => {
  const database = new DatabaseSync(file);
  if (file !== ':memory:') chmodSync(file, 0o600);
  return new SqliteAccountRecords(database);
};
