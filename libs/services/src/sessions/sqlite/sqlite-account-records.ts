import type { DatabaseSync } from 'node:sqlite';
import { openPrivateDatabase } from '../../platform/sqlite/private-database.js';
import {
  bookOf,
  changed,
  isAsWanted,
  type Account,
  type AccountBook,
  type AccountChange,
  type AccountRecords,
  type RenewableSession,
} from '../account.js';
import { accountColumns, accountOf, prepareAccounts, valuesOf, type AccountRow } from './accounts-table.js';

const tables = `
  CREATE TABLE IF NOT EXISTS revoked (session TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, user TEXT NOT NULL, digest TEXT NOT NULL, until INTEGER NOT NULL, details TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS sessions_of_user ON sessions (user);
  CREATE INDEX IF NOT EXISTS sessions_until ON sessions (until);
  CREATE INDEX IF NOT EXISTS revoked_until ON revoked (until);
`;

interface SessionRow {
  readonly id: string;
  readonly user: string;
  readonly digest: string;
  readonly until: number;
  readonly details: string;
}
const sessionOf = ({ details, ...row }: SessionRow): RenewableSession => ({
  ...(JSON.parse(details) as Omit<RenewableSession, keyof SessionRow>),
  ...row,
});

/** The records of a data folder. Another process's change (the command line's) moves SQLite's own number, asked in every turn in which somebody asks. */
class SqliteAccountRecords implements AccountRecords {
  readonly #version;
  #seen: number;
  #looked = false;
  #book: AccountBook;

  constructor(private readonly database: DatabaseSync) {
    prepareAccounts(database, 'main', 'accounts');
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

  async add(account: Account): Promise<boolean> {
    return this.#write(
      `INSERT INTO accounts (${accountColumns}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (user) DO NOTHING`,
      ...valuesOf(account),
    );
  }

  async change(user: string, change: AccountChange): Promise<boolean> {
    return this.#rewrite(user, (account) => (isAsWanted(account, change) ? changed(account, change) : undefined));
  }

  async replace(account: Account, lines: number): Promise<boolean> {
    return this.#rewrite(account.user, ({ history = [] }) => (history.length <= lines ? account : undefined));
  }

  /** Read and written as one: the command line may be changing the same account. Answers false where there is none, or nothing to write in its place. */
  #rewrite(user: string, next: (account: Account) => Account | undefined): boolean {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const row = this.database.prepare('SELECT * FROM accounts WHERE user = ?').get(user) as AccountRow | undefined;
      const after = row && next(accountOf(row));
      if (after) {
        const [, ...values] = valuesOf(after);
        this.database
          .prepare('UPDATE accounts SET hash = ?, roles = ?, entity = ?, disabled = ?, details = ? WHERE user = ?')
          .run(...values, user);
      }
      this.database.exec('COMMIT');
      this.#book = this.#read();
      return after !== undefined;
    } catch (fault) {
      this.database.exec('ROLLBACK');
      throw fault;
    }
  }

  async revoke(session: string, until: number): Promise<void> {
    this.database.prepare('DELETE FROM revoked WHERE until <= ?').run(Date.now());
    this.#write('INSERT OR REPLACE INTO revoked (session, until) VALUES (?, ?)', session, until);
  }

  async begin({ id, user, digest, until, ...details }: RenewableSession): Promise<void> {
    this.database.prepare('DELETE FROM sessions WHERE until <= ?').run(Date.now());
    this.database
      .prepare('INSERT INTO sessions (id, user, digest, until, details) VALUES (?, ?, ?, ?, ?)')
      .run(id, user, digest, until, JSON.stringify(details));
  }

  async renew(
    id: string,
    digest: string,
    next: Pick<RenewableSession, 'digest' | 'usedAt' | 'until'>,
  ): Promise<boolean> {
    const { changes } = this.database
      .prepare(
        "UPDATE sessions SET digest = ?, until = ?, details = json_set(details, '$.usedAt', ?) WHERE id = ? AND digest = ?",
      )
      .run(next.digest, next.until, next.usedAt, id, digest);
    return changes === 1;
  }

  async session(id: string): Promise<RenewableSession | undefined> {
    const row = this.database.prepare('SELECT * FROM sessions WHERE id = ?').get(id) as SessionRow | undefined;
    return row && sessionOf(row);
  }

  async sessionsOf(user: string): Promise<readonly RenewableSession[]> {
    const rows = this.database.prepare('SELECT * FROM sessions WHERE user = ? AND until > ?').all(user, Date.now());
    return (rows as unknown as SessionRow[]).map(sessionOf).sort((a, b) => b.usedAt - a.usedAt);
  }

  async end(id: string): Promise<void> {
    this.database.prepare('DELETE FROM sessions WHERE id = ?').run(id);
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
export const openSqliteAccountRecords = (file: string): AccountRecords =>
  new SqliteAccountRecords(openPrivateDatabase(file, tables));
