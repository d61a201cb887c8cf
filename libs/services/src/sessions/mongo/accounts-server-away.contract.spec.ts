import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { canOwnMongo, databaseOfItsOwn, ownMongo, temporaryFolder, type OwnMongo } from '@masar/testing';
import { Accounts } from '../accounts.js';
import { AccountsUnavailable } from '../account.js';
import { openMongoAccountRecords } from './mongo-account-records.js';

const whereOneCanBeKilled = (await canOwnMongo()) ? describe : describe.skip;
const impatient = { selectionMs: 300, answerMs: 2_000 };
const folder = temporaryFolder();
let server: OwnMongo | undefined;
afterEach(async () => {
  jest.restoreAllMocks();
  await server?.stop();
  folder.remove();
});

whereOneCanBeKilled('accounts on a document server that is killed', () => {
  it('are believed for half a minute, and met again without a restart, with what others changed meanwhile', async () => {
    const file = folder.file('documents.db');
    server = await ownMongo({ file });
    const { port } = server;
    const url = databaseOfItsOwn(server.url);
    const records = await openMongoAccountRecords(url, impatient);
    const accounts = new Accounts(records);
    await accounts.add('hoda', { roles: ['lead'], password: 'p' });

    await server.stop('SIGKILL');
    expect(accounts.actor('hoda')).toEqual({ user: 'hoda', roles: ['lead'] });
    for (const work of [() => records.refresh(), () => accounts.disable('hoda'), () => records.revoke('s', 1)])
      await expect(work()).rejects.toThrow(AccountsUnavailable);
    expect(accounts.actor('hoda')).toEqual({ user: 'hoda', roles: ['lead'] });
    const now = performance.now.bind(performance);
    const later = jest.spyOn(performance, 'now').mockImplementation(() => now() + 31_000);
    expect(() => accounts.actor('hoda')).toThrow(AccountsUnavailable);
    later.mockRestore();

    server = await ownMongo({ file, port });
    const beside = await openMongoAccountRecords(url);
    await new Accounts(beside).disable('hoda');
    for (const end = now() + 10_000; accounts.actor('hoda') && now() < end;) await pause(20);
    expect(accounts.actor('hoda')).toBeUndefined();
    for (const opened of [records, beside]) await opened.close();
  });

  it('a start without it says so', async () => {
    const nobody = openMongoAccountRecords('mongodb://127.0.0.1:1/masar', impatient);
    await expect(nobody).rejects.toThrow(AccountsUnavailable);
  });
});
