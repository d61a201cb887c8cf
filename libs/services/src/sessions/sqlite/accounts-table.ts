import type { DatabaseSync } from 'node:sqlite';
import type { Role } from '@masar/contracts';
import type { Account } from '../account.js';

/** A row as it is stored: what is asked for by name in columns of its own, the rest as JSON. */
export interface AccountRow {
  readonly user: string;
  readonly hash: string;
  readonly roles: string;
  readonly entity: string | null;
  readonly disabled: number;
  readonly details: string;
}

const shape =
  "(user TEXT PRIMARY KEY, hash TEXT NOT NULL, roles TEXT NOT NULL, entity TEXT, disabled INTEGER NOT NULL, details TEXT NOT NULL DEFAULT '{}') STRICT";
export const accountColumns = 'user, hash, roles, entity, disabled, details';

/** Makes the table, or gives one that an earlier Masar made the columns it did not have. */
export const prepareAccounts = (database: DatabaseSync, schema: string, table: string): void => {
  database.exec(`CREATE TABLE IF NOT EXISTS ${schema}.${table} ${shape}`);
  const columns = database.prepare(`PRAGMA ${schema}.table_info(${table})`).all() as { readonly name: string }[];
  if (!columns.some(({ name }) => name === 'details'))
    database.exec(`ALTER TABLE ${schema}.${table} ADD COLUMN details TEXT NOT NULL DEFAULT '{}'`);
};

export const accountOf = ({ user, hash, roles, entity, disabled, details }: AccountRow): Account => ({
  user,
  hash,
  roles: JSON.parse(roles) as Role[],
  ...(entity === null ? {} : { entity }),
  disabled: disabled === 1,
  ...(JSON.parse(details) as Partial<Account>),
});

/** The values of a row, in the order of `accountColumns`. */
export const valuesOf = ({ user, hash, roles, entity, disabled, ...details }: Account): (string | number | null)[] => [
  user,
  hash,
  JSON.stringify(roles),
  entity ?? null,
  Number(disabled),
  JSON.stringify(details),
];
