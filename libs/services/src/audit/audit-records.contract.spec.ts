import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { dropDatabase } from '@masar/mongo';
import { databaseOfItsOwn, mongoForTests, temporaryFolder } from '@masar/testing';
import { AuditUnavailable, type AuditEntry } from './audit-entry.js';
import { auditRecordsContract } from './contract/audit-records.contract.js';
import { openMongoAuditRecords } from './mongo/mongo-audit-records.js';
import { openAuditInThread } from './sqlite/audit-in-thread.js';
import { openSqliteAuditRecords } from './sqlite/sqlite-audit-records.js';

const { url: server } = await mongoForTests();
const entryOf = (id: string, subject = '/'): AuditEntry => ({
  id,
  at: '2026-03-01T08:00:00.000Z',
  action: 'export.read',
  subject,
  method: 'GET',
  outcome: 'done',
  status: 200,
  address: '',
  request: '',
  service: '',
});

auditRecordsContract('SQLite', () => ({
  open: async () => openSqliteAuditRecords(':memory:'),
  remove: async () => undefined,
}));

auditRecordsContract('SQLite in a thread', () => {
  const folder = temporaryFolder();
  return {
    open: () => openAuditInThread(folder.file('audit.db'), (fault) => expect(fault).toBeUndefined()),
    remove: async () => folder.remove(),
  };
});

(server === undefined ? describe.skip : describe)('over MongoDB', () => {
  auditRecordsContract('MongoDB', () => {
    const url = databaseOfItsOwn(server!);
    return { open: () => openMongoAuditRecords(url), remove: () => dropDatabase(url) };
  });
});

describe('the thread of the audit', () => {
  it('is started again when it ends, says so, and has kept what it acknowledged', async () => {
    const folder = temporaryFolder();
    let hear: (fault: Error) => void = () => undefined;
    const ended = new Promise<Error>((resolve) => (hear = resolve));
    const records = await openAuditInThread(folder.file('audit.db'), (fault) => hear(fault));
    try {
      await records.append([entryOf('first')]);
      // More than its memory holds.
      const tooMuch = Array.from({ length: 60_000 }, (_, n) => entryOf(`much-${n}`, `/api/${n}/`.padEnd(2_000, 'x')));
      await expect(records.append(tooMuch)).rejects.toBeInstanceOf(AuditUnavailable);
      expect(String(await ended)).toContain('ERR_WORKER_OUT_OF_MEMORY');
      const second = () => records.append([entryOf('second')]).catch((fault: unknown) => fault);
      for (let tries = 0; tries < 500 && (await second()) !== undefined; tries += 1) await pause(20);
      expect((await records.page({}, undefined, 10)).map(({ id }) => id)).toEqual(['second', 'first']);
    } finally {
      await records.close();
      folder.remove();
    }
  });

  it('that cannot begin is told of, and not tried for ever', async () => {
    const folder = temporaryFolder();
    await expect(openAuditInThread(folder.path, () => undefined)).rejects.toThrow();
    folder.remove();
  });
});

describe('the file of the audit', () => {
  it('refuses that a line of it is changed', async () => {
    const folder = temporaryFolder();
    const records = openSqliteAuditRecords(folder.file('audit.db'));
    await records.append([entryOf('first')]);
    const database = new DatabaseSync(folder.file('audit.db'));
    expect(() => database.exec("UPDATE audit SET user = 'somebody else'")).toThrow('the audit is not changed');
    database.close();
    await records.close();
    folder.remove();
  });
});
