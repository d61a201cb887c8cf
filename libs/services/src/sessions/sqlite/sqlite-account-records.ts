import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Role } from '@masar/contracts';
import type { Account, AccountRecords } from '../account.js';

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

/** Opens `records.db`, made when missing and readable by its owner alone; `:memory:` for tests. */
export const openSqliteAccountRecords = (file: string): AccountRecords => {
  const database = new DatabaseSync(file);
  if (file !== ':memory:') chmodSync(file, 0o600);
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS accounts (user TEXT PRIMARY KEY, hash TEXT NOT NULL, roles TEXT NOT NULL, entity TEXT, disabled INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS revoked (session TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
  `);
  const keep = database.prepare(
    'INSERT INTO accounts (user, hash, roles, entity, disabled) VALUES (?, ?, ?, ?, ?) ON CONFLICT (user) DO UPDATE SET hash = excluded.hash, roles = excluded.roles, entity = excluded.entity, disabled = excluded.disabled',
  );
  const version = database.prepare('PRAGMA data_version');
  return {
    version: () => (version.get() as { data_version: number }).data_version,
    accounts: () =>
      (
        database
          .prepare('SELECT user, hash, roles, entity, disabled FROM accounts ORDER BY user')
          .all() as unknown as AccountRow[]
      ).map(accountOf),
    keep: (account) =>
      void keep.run(
        account.user,
        account.hash,
        JSON.stringify(account.roles),
        account.entity ?? null,
        account.disabled ? 1 : 0,
      ),
    revoke: (session, until) =>
      void database.prepare('INSERT OR REPLACE INTO revoked (session, until) VALUES (?, ?)').run(session, until),
    revoked: (now) => {
      database.prepare('DELETE FROM revoked WHERE until <= ?').run(now);
      return (database.prepare('SELECT session FROM revoked').all() as { session: string }[]).map((row) => row.session);
    },
    close: () => database.close(),
  };
};
