import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretBox } from '../sealing/secret-box.js';
import type { Account, AccountRecords } from './account.js';
import { accountsFromBackup } from './backup-accounts.js';
import { isSharedTruth } from '../platform/shared-truth.js';
import { openAccountRecords } from './open-account-records.js';

/** Every account, for a backup or another store to hold; sessions and keys stay behind. A folder without any has none. */
export const accountsOf = async (url: string): Promise<readonly Account[]> => {
  if (!isSharedTruth(url) && !existsSync(url.slice('sqlite:'.length))) return [];
  const records = await openAccountRecords(url);
  try {
    return [...records.current().accounts.values()];
  } finally {
    await records.close();
  }
};

/** The accounts that a folder's backup holds beside the truth. */
export const accountsInBackup = async (file: string): Promise<readonly Account[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-accounts-'));
  try {
    const records = `sqlite:${join(folder, 'records.db')}`;
    await (await openAccountRecords(records)).close();
    await accountsFromBackup(file, folder);
    return await accountsOf(records);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const linesOf = ({ history = [] }: Account): readonly string[] => history.map((line) => JSON.stringify(line));
/** Whether one is an earlier state of the other, or the same: what was noted of an account is never taken away. */
const isBefore = (one: Account, other: Account): boolean => {
  const [before, after] = [linesOf(one), linesOf(other)];
  return before.length <= after.length && before.every((line, at) => line === after[at]);
};

const bring = async (records: AccountRecords, account: Account): Promise<void> => {
  if (await records.add(account)) return;
  const { user, hash, disabled } = account;
  const there = records.current().accounts.get(user);
  if (there && isBefore(there, account) && (await records.replace(account, linesOf(there).length))) return;
  // The account has gone on since it was brought.
  if (there && isBefore(account, there)) return;
  await records.change(user, { set: { hash, disabled } });
};

/**
 * Adds accounts where they are missing. One that is there as it was before (the administrator of a first start, or what was
 * brought already) is put whole in its place, one that has gone on since stays; one with a history of its own gets password
 * and standing and keeps its roles. Done twice is done once. Answers how many there were to bring.
 */
export const bringAccounts = async (url: string, accounts: readonly Account[]): Promise<number> => {
  if (accounts.length === 0) return 0;
  const records = await openAccountRecords(url);
  try {
    for (const account of accounts) await bring(records, account);
  } finally {
    await records.close();
  }
  return accounts.length;
};

const boxIn = (file: string | undefined): SecretBox | undefined => {
  try {
    return file === undefined ? undefined : new SecretBox(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Of the accounts there, how many ask for a code that the key in this file cannot check, as after a restore to where the key
 * did not come along: they sign in with that key, or after a reset.
 */
export const factorsNotOpened = async (url: string, keyFile: string | undefined): Promise<number> => {
  const box = boxIn(keyFile);
  const isOpened = ({ user, secondFactor }: Account): boolean => {
    try {
      return box?.open(secondFactor!.secret, user) !== undefined;
    } catch {
      return false;
    }
  };
  const asking = (await accountsOf(url)).filter(({ secondFactor }) => secondFactor?.isOn);
  return asking.filter((account) => !isOpened(account)).length;
};
