import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, roles } from '@masar/contracts';
import { SettingFault, type Settings } from '@masar/nest-kit';
import type { AccountRecords } from './account.js';
import { Accounts, administrator } from './accounts.js';
import { LocalAuthenticator } from './local-authenticator.js';
import { ownBox, sharedBox, type TakeBox } from '../sealing/box-file.js';
import { makeBoxKey, SecretBox } from '../sealing/secret-box.js';
import { SecondFactors } from './second-factors.js';
import { isSharedTruth } from '../platform/shared-truth.js';
import { accountKeyOf, accountsUrlOf, openAccountRecords } from './open-account-records.js';
import { keysOfFile, type KeyHolder } from './held-keys.js';
import { NoSigningKey, signingKeysOf, signingKeysOfFolder, type SigningKeys } from './session-key.js';
import { SessionTokens } from './tokens.js';

export interface Sessions {
  readonly accounts: Accounts;
  readonly records: AccountRecords;
  readonly authenticator: LocalAuthenticator;
  readonly tokens: SessionTokens;
  readonly factors: SecondFactors;
  /** The administrator's password, when it had to be made just now: to be printed once. */
  readonly madePassword?: string;
}

/** What signing in goes by; read from the settings by `sessionsWantedBy`. */
export interface SessionsWanted {
  /** As `openAccountRecords` takes it. */
  readonly accounts: string;
  /** Absent: nothing is kept beside the accounts. */
  readonly folder?: string;
  readonly adminPassword?: string;
  /** File of the signing key that several registries share. */
  readonly sessionKey?: string;
  /** File of the key that seals what accounts keep secret. */
  readonly accountKey?: string;
  readonly tokenMinutes?: number;
}

type SessionSettings = Pick<
  Settings,
  'eventStore' | 'dataFolder' | 'adminPassword' | 'sessionKey' | 'accountKey' | 'tokenMinutes'
>;

export const sessionsWantedBy = (settings: SessionSettings): SessionsWanted => {
  const { dataFolder, adminPassword, sessionKey, accountKey, tokenMinutes } = settings;
  const accounts = accountsUrlOf(settings);
  return {
    accounts,
    ...(accounts === 'sqlite::memory:' ? {} : { folder: dataFolder }),
    ...(adminPassword === undefined ? {} : { adminPassword }),
    ...(sessionKey === undefined ? {} : { sessionKey }),
    ...(accountKey === undefined ? {} : { accountKey }),
    tokenMinutes,
  };
};

/** What seals the secrets of accounts; none where registries would each make a key of their own. */
const boxFor = ({ accounts, folder, accountKey }: SessionsWanted): TakeBox | undefined => {
  if (accountKey !== undefined) return sharedBox('MASAR_ACCOUNT_KEY', accountKey);
  if (isSharedTruth(accounts)) return undefined;
  const own = accountKeyOf(accounts, folder);
  if (own !== undefined) return ownBox(own);
  const box = new SecretBox(makeBoxKey());
  return () => box;
};

/** Opens accounts by themselves: `mongodb://…`, `sqlite:<file>` or `sqlite::memory:`. */
export const openAccounts = async (
  url: string,
): Promise<{ readonly accounts: Accounts; readonly records: AccountRecords }> => {
  const records = await openAccountRecords(url);
  return { accounts: new Accounts(records), records };
};

/** A file that is named is one that somebody keeps: made here, each of several registries would have its own. */
const sharedKeys = async (file: string): Promise<SigningKeys> => {
  try {
    return await signingKeysOf(readFileSync(file, 'utf8'));
  } catch (fault) {
    const reason = fault instanceof NoSigningKey ? fault.message : 'the file cannot be read';
    throw new SettingFault('MASAR_SESSION_KEY', file, `a file that masar session-key wrote (${reason})`);
  }
};

const keysFor = async ({ accounts, folder, sessionKey }: SessionsWanted): Promise<KeyHolder | undefined> => {
  if (sessionKey !== undefined) return keysOfFile(sessionKey, () => sharedKeys(sessionKey));
  // What one of several registries signs, the others must believe; a key in its own folder would be its own.
  if (isSharedTruth(accounts))
    throw new SettingFault(
      'MASAR_SESSION_KEY',
      '',
      'the file of the signing key that the registries of a cluster share (masar session-key writes one)',
    );
  if (folder === undefined) return undefined;
  const file = join(folder, 'session.key');
  return keysOfFile(file, () => signingKeysOfFolder(file));
};

/** The one administrator of an empty house. Of several registries that start at once one makes it; the others find it made. */
const firstAdministrator = async (accounts: Accounts, password: string | undefined): Promise<{ password?: string }> => {
  if (!accounts.isEmpty) return {};
  const onlyAdministrator = roles.filter((role) => role === 'administrator');
  try {
    return await accounts.add(administrator, {
      roles: onlyAdministrator,
      ...(password === undefined ? {} : { password }),
    });
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'account/exists') return {};
    throw fault;
  }
};

/**
 * Opens accounts and signing key, and makes the administrator at the first start: with the password given, else one that is
 * made. Throws `SettingFault` when the key of a cluster is missing or is none.
 */
export const openSessions = async (wanted: SessionsWanted): Promise<Sessions> => {
  const tokens = await SessionTokens.with(await keysFor(wanted));
  const box = boxFor(wanted);
  const records = await openAccountRecords(wanted.accounts);
  const factors = new SecondFactors(records, box);
  const accounts = new Accounts(records, factors);
  try {
    const made = await firstAdministrator(accounts, wanted.adminPassword);
    return {
      accounts,
      records,
      authenticator: new LocalAuthenticator(accounts, tokens, records, wanted.tokenMinutes),
      tokens,
      factors,
      ...(made.password === undefined ? {} : { madePassword: made.password }),
    };
  } catch (fault) {
    await records.close();
    throw fault;
  }
};
