import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@masar/contracts';
import type { AccountRecords } from './account.js';
import { Accounts, administrator } from './accounts.js';
import { LocalAuthenticator } from './local-authenticator.js';
import { SessionTokens } from './tokens.js';

export interface Sessions {
  readonly accounts: Accounts;
  readonly records: AccountRecords;
  readonly authenticator: LocalAuthenticator;
  /** The administrator's password, when it had to be made just now: to be printed once. */
  readonly madePassword?: string;
}

/** Opens the accounts of a data folder. */
export const openAccounts = async (
  folder: string | undefined,
): Promise<{ readonly accounts: Accounts; readonly records: AccountRecords }> => {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const { openSqliteAccountRecords } = await import('./sqlite/sqlite-account-records.js');
  const records = openSqliteAccountRecords(folder === undefined ? ':memory:' : join(folder, 'records.db'));
  return { accounts: new Accounts(records), records };
};

/**
 * Opens accounts and session key of a data folder (absent: in memory), and makes the administrator at the first start:
 * with the password given, else one that is made.
 */
export const openSessions = async (folder: string | undefined, adminPassword?: string): Promise<Sessions> => {
  const { accounts, records } = await openAccounts(folder);
  const made = accounts.isEmpty
    ? await accounts.add(administrator, {
        roles: roles.filter((role) => role === 'administrator'),
        ...(adminPassword === undefined ? {} : { password: adminPassword }),
      })
    : {};
  const tokens = await SessionTokens.withKey(folder === undefined ? undefined : join(folder, 'session.key'));
  return {
    accounts,
    records,
    authenticator: new LocalAuthenticator(accounts, tokens, records),
    ...(made.password === undefined ? {} : { madePassword: made.password }),
  };
};
