import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.js';
import { accountsFromBackup } from './backup-accounts.js';
import { isOfCluster, openAccountRecords } from './open-account-records.js';

/** Every account, for a backup or another store to hold; sessions and keys stay behind. A folder without any has none. */
export const accountsOf = async (url: string): Promise<readonly Account[]> => {
  if (!isOfCluster(url) && !existsSync(url.slice('sqlite:'.length))) return [];
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

/**
 * Adds accounts where they are missing; one that is there (the administrator of a first start) gets password and standing
 * and keeps its roles. Done twice is done once. Answers how many there were to bring.
 */
export const bringAccounts = async (url: string, accounts: readonly Account[]): Promise<number> => {
  if (accounts.length === 0) return 0;
  const records = await openAccountRecords(url);
  try {
    for (const account of accounts)
      if (!(await records.add(account)))
        await records.change(account.user, { set: { hash: account.hash, disabled: account.disabled } });
  } finally {
    await records.close();
  }
  return accounts.length;
};
