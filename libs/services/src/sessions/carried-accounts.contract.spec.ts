import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dropDatabase } from '@masar/mongo';
import { databaseOfItsOwn, mongoForTests, temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { DatabaseSync } from 'node:sqlite';
import { accountsIntoBackup } from './backup-accounts.js';
import { accountsInBackup, accountsOf, bringAccounts } from './carried-accounts.js';
import { openAccounts } from './open-sessions.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;

overMongo('accounts carried between a folder and a cluster', () => {
  let folder: TemporaryFolder;
  let cluster: string;
  const records = () => `sqlite:${folder.file('records.db')}`;
  const signsIn = async (url: string, user: string, password: string) => {
    const { accounts, records: held } = await openAccounts(url);
    try {
      return await accounts.signIn(user, password, 'here');
    } finally {
      await held.close();
    }
  };
  beforeEach(async () => {
    folder = temporaryFolder();
    cluster = databaseOfItsOwn(server!);
    const { accounts, records: held } = await openAccounts(records());
    await accounts.add('admin', { roles: ['administrator'], password: 'of the folder' });
    await accounts.add('سارة', { roles: ['lead'], entity: 'housing', password: 'p' });
    await accounts.add('gone', { roles: ['reviewer'], password: 'p' });
    await accounts.disable('gone');
    await held.close();
  });
  afterEach(async () => {
    await dropDatabase(cluster);
    folder.remove();
  });

  it('sign in there as here, once however often brought, and back again', async () => {
    const held = await accountsOf(records());
    expect(await bringAccounts(cluster, held)).toBe(3);
    expect(await bringAccounts(cluster, held)).toBe(3);
    expect(await signsIn(cluster, 'سارة', 'p')).toEqual({ user: 'سارة', roles: ['lead'], entity: 'housing' });
    await expect(signsIn(cluster, 'gone', 'p')).rejects.toMatchObject({ code: 'session/wrong-credentials' });
    const back = `sqlite:${folder.file('back/records.db')}`;
    expect(await accountsOf(back)).toEqual([]);
    await bringAccounts(back, await accountsOf(cluster));
    expect(await signsIn(back, 'سارة', 'p')).toMatchObject({ roles: ['lead'] });
  });

  it('give the administrator of a first start the password he had', async () => {
    const { accounts, records: held } = await openAccounts(cluster);
    await accounts.add('admin', { roles: ['administrator'], password: 'of the cluster' });
    await held.close();
    await bringAccounts(cluster, await accountsOf(records()));
    expect(await signsIn(cluster, 'admin', 'of the folder')).toMatchObject({ roles: ['administrator'] });
  });

  it('come out of a folder’s backup', async () => {
    const backup = folder.file('backup.db');
    new DatabaseSync(backup).close();
    expect(await accountsInBackup(backup)).toEqual([]);
    await accountsIntoBackup(folder.path, backup);
    expect((await accountsInBackup(backup)).map(({ user }) => user).sort()).toEqual(['admin', 'gone', 'سارة']);
  });
});
