import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { dropDatabase } from '@masar/mongo';
import { databaseOfItsOwn, mongoForTests, temporaryFolder } from '@masar/testing';
import { auditRecordsContract } from './contract/audit-records.contract.js';
import { openMongoAuditRecords } from './mongo/mongo-audit-records.js';
import { openAuditInThread } from './sqlite/audit-in-thread.js';
import { openSqliteAuditRecords } from './sqlite/sqlite-audit-records.js';

const { url: server } = await mongoForTests();

auditRecordsContract('SQLite', () => ({
  open: async () => openSqliteAuditRecords(':memory:'),
  remove: async () => undefined,
}));

auditRecordsContract('SQLite in a thread', () => {
  const folder = temporaryFolder();
  return { open: () => openAuditInThread(folder.file('audit.db')), remove: async () => folder.remove() };
});

(server === undefined ? describe.skip : describe)('over MongoDB', () => {
  auditRecordsContract('MongoDB', () => {
    const url = databaseOfItsOwn(server!);
    return { open: () => openMongoAuditRecords(url), remove: () => dropDatabase(url) };
  });
});

describe('the file of the audit', () => {
  it('refuses that a line of it is changed', async () => {
    const folder = temporaryFolder();
    const records = openSqliteAuditRecords(folder.file('audit.db'));
    const at = '2026-03-01T08:00:00.000Z';
    const rest = { method: 'GET', outcome: 'done', status: 200, address: '', request: '', service: '' } as const;
    await records.append([{ id: at, at, action: 'export.read', subject: '/', ...rest }]);
    const database = new DatabaseSync(folder.file('audit.db'));
    expect(() => database.exec("UPDATE audit SET user = 'somebody else'")).toThrow('the audit is not changed');
    database.close();
    await records.close();
    folder.remove();
  });
});
