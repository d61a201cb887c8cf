import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { accountsFromBackup, accountsIntoBackup } from './accounts-in-backup.js';
import { openSqliteAccountRecords } from './sqlite-account-records.js';

const folderOf = (root: string, name: string): string => {
  mkdirSync(join(root, name));
  return join(root, name);
};

describe('accounts in a backup', () => {
  const root = mkdtempSync(join(tmpdir(), 'masar-accounts-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const account = { user: 'mona', hash: '$argon2id$…', roles: ['lead'] as const, entity: 'works', disabled: false };

  it('come back in another folder as they were, and replace what was there', async () => {
    const [from, to] = [folderOf(root, 'from'), folderOf(root, 'to')];
    const records = openSqliteAccountRecords(join(from, 'records.db'));
    await records.add(account);
    await records.close();
    const others = openSqliteAccountRecords(join(to, 'records.db'));
    await others.add({ ...account, user: 'somebody-else' });
    await others.close();
    const backup = join(root, 'masar.backup');
    accountsIntoBackup(from, backup);
    accountsFromBackup(backup, to);
    const restored = openSqliteAccountRecords(join(to, 'records.db'));
    expect([...restored.current().accounts.values()]).toEqual([account]);
    await restored.close();
  });

  it('a backup without accounts changes none', async () => {
    const folder = folderOf(root, 'kept');
    const records = openSqliteAccountRecords(join(folder, 'records.db'));
    await records.add(account);
    const empty = join(root, 'empty.backup');
    new DatabaseSync(empty).close();
    accountsFromBackup(empty, folder);
    expect([...records.current().accounts.values()]).toEqual([account]);
    await records.close();
  });
});
