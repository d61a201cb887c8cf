import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dropDatabase } from '@masar/mongo';
import { databaseOfItsOwn, mongoForTests, temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { DatabaseSync } from 'node:sqlite';
import { accountsIntoBackup } from './backup-accounts.js';
import { Secret, TOTP } from 'otpauth';
import { sharedBox, writeBoxKey } from '../sealing/box-file.js';
import { accountsInBackup, accountsOf, bringAccounts, factorsNotOpened } from './carried-accounts.js';
import { openAccounts } from './open-sessions.js';
import { SecondFactors } from './second-factors.js';

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

  it('take the place of the administrator of a first start whole: factor, history and what he lent', async () => {
    const { accounts, records: held } = await openAccounts(records());
    await accounts.reset('admin', 'of the folder', 'operator:root');
    const key = folder.file('account.key');
    writeBoxKey(key);
    const factors = new SecondFactors(held, sharedBox('MASAR_ACCOUNT_KEY', key));
    const { secret } = await factors.begin('admin');
    await factors.confirm('admin', new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    const delegation = {
      ...{ id: 'd-1', to: 'سارة', what: ['*'], since: '2026-05-04', until: '2026-05-05' },
      ...{ by: 'admin', at: '2026-05-03T00:00:00.000Z' },
    };
    await held.change('admin', { set: { mail: 'a@example.gov' }, delegation });
    await held.close();
    const first = await openAccounts(cluster);
    await first.accounts.add('admin', { roles: ['administrator'], password: 'of the cluster' });
    await first.records.close();

    const carried = await accountsOf(records());
    await bringAccounts(cluster, carried);
    const there = await accountsOf(cluster);
    expect(there.find(({ user }) => user === 'admin')).toEqual(carried.find(({ user }) => user === 'admin'));
    expect([await factorsNotOpened(cluster, key), await factorsNotOpened(cluster, undefined)]).toEqual([0, 1]);
    const other = folder.file('other.key');
    writeBoxKey(other);
    expect(await factorsNotOpened(cluster, other)).toBe(1);
  });

  it('that went on since they were brought stay as they are', async () => {
    const held = await accountsOf(records());
    await bringAccounts(cluster, held);
    const { accounts, records: there } = await openAccounts(cluster);
    await accounts.reset('admin', 'changed there', 'operator:root');
    await there.close();
    await bringAccounts(cluster, held);
    expect(await signsIn(cluster, 'admin', 'changed there')).toMatchObject({ user: 'admin' });
  });

  it('come out of a folder’s backup', async () => {
    const backup = folder.file('backup.db');
    new DatabaseSync(backup).close();
    expect(await accountsInBackup(backup)).toEqual([]);
    await accountsIntoBackup(folder.path, backup);
    expect((await accountsInBackup(backup)).map(({ user }) => user).sort()).toEqual(['admin', 'gone', 'سارة']);
  });
});
