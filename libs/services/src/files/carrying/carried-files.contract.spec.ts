import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { backupStore, openEventStore } from '@masar/event-store';
import { dropDatabase } from '@masar/mongo';
import { databaseOfItsOwn, mongoForTests, temporaryFolder } from '@masar/testing';
import type { CarriedFile } from '../file-store.js';
import { openFileStore } from '../open-file-store.js';
import { receiveFile } from '../receive-file.js';
import { filesBesideTruth, filesIntoBackupOf, migrateFiles, restoreFiles } from './carried-files.js';

const { url: server } = await mongoForTests();
const folder = temporaryFolder();
const used: string[] = [];
afterAll(async () => {
  for (const url of used) await dropDatabase(url);
  folder.remove();
});

type Places = { readonly eventStore: string; readonly dataFolder: string };
let places = 0;
const newFolder = (): Places => {
  const dataFolder = folder.file(`data-${(places += 1)}`);
  return { eventStore: `sqlite:${dataFolder}/truth.db`, dataFolder };
};
const newDatabase = (): Places => {
  const eventStore = databaseOfItsOwn(server!);
  used.push(eventStore);
  return { eventStore, dataFolder: '' };
};

const contents = [Buffer.from('small'), randomBytes(2_500_000), Buffer.alloc(1_048_576, 1)];
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const made = async (where: Places): Promise<Places> => {
  // The truth beside which they lie.
  await (await openEventStore(where.eventStore)).close();
  const files = await openFileStore(where);
  for (const [n, bytes] of [...contents, Buffer.from('nobody named it')].entries()) {
    const file = await receiveFile(Readable.from([bytes]), files.incoming, 10_000_000);
    await files.keep(file, { user: 'sara', name: `${n}.txt`, type: 'text/plain' });
    if (n < contents.length) await files.hold(file.sha256, 'projects/P-1');
  }
  await files.close();
  return where;
};
const held = async (where: Places): Promise<readonly CarriedFile[]> => {
  const files = await openFileStore(where);
  const found: CarriedFile[] = [];
  for await (const file of files.all()) {
    expect(digestOf(await buffer(await files.read(file.sha256)))).toBe(file.sha256);
    found.push(file);
  }
  await files.close();
  return found;
};
const expected = [...contents.keys()]
  .map((n) => ({
    sha256: digestOf(contents[n]!),
    uploads: [{ user: 'sara', name: `${n}.txt` }],
    uses: ['projects/P-1'],
  }))
  .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));

describe('evidence files of a data folder', () => {
  let from: Places;
  const backup = folder.file('backup.masar');
  beforeAll(async () => {
    from = await made(newFolder());
    await backupStore(from.eventStore, backup);
    await filesIntoBackupOf(from, backup);
  });

  it('travel in the one file of a backup, whole, but for those that nobody named', async () => {
    const to = newFolder();
    await (await openEventStore(to.eventStore)).close();
    expect(await restoreFiles(backup, to)).toBe(3);
    expect(await held(to)).toMatchObject(expected);
    const truth = new DatabaseSync(`${to.dataFolder}/truth.db`);
    expect(truth.prepare("SELECT 1 FROM sqlite_master WHERE name LIKE '%file_parts'").get()).toBeUndefined();
    truth.close();
  });

  it('travel by a migration, twice as once', async () => {
    const to = newFolder();
    for (let times = 0; times < 2; times += 1) expect(await migrateFiles(from, to)).toBe(3);
    expect(await held(to)).toMatchObject(expected);
    expect(await migrateFiles(newFolder(), to)).toBe(0);
  });
});

(server === undefined ? describe.skip : describe)('evidence files of a database', () => {
  it('travel from a folder, in the one file of its backup, and back into a folder', async () => {
    const database = newDatabase();
    await (await openEventStore(database.eventStore)).close();
    expect(await migrateFiles(await made(newFolder()), database)).toBe(3);
    expect(await held(database)).toMatchObject(expected);
    const backup = folder.file('database.masar');
    await backupStore(database.eventStore, backup, { beside: filesBesideTruth(database) });
    for (const to of [newFolder(), newDatabase()]) {
      await (await openEventStore(to.eventStore)).close();
      expect(await restoreFiles(backup, to)).toBe(3);
      expect(await held(to)).toMatchObject(expected);
    }
  });
});
