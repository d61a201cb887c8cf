import { afterAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { dropDatabase } from '@masar/mongo';
import { databaseOfItsOwn, mongoForTests, spawnKillable, temporaryFolder } from '@masar/testing';
import { fileStoreContract } from './contract/file-store.contract.js';
import { openDiskFileStore } from './sqlite/disk-file-store.js';
import { openGridFileStore } from './mongo/grid-file-store.js';
import { leaveStrayBytes } from './mongo/testing/stray-bytes.js';

const { url: server } = await mongoForTests();

fileStoreContract('a folder', () => {
  const folder = temporaryFolder();
  return {
    open: (now) => openDiskFileStore(folder.path, { now }),
    leaveStray: async (at) => {
      const stray = folder.file(`files/ff/${'f'.repeat(64)}`);
      mkdirSync(dirname(stray), { recursive: true });
      writeFileSync(stray, 'stray');
      utimesSync(stray, at / 1_000, at / 1_000);
      return async () => existsSync(stray);
    },
    remove: async () => folder.remove(),
  };
});

(server === undefined ? describe.skip : describe)('over MongoDB', () => {
  fileStoreContract('GridFS', () => {
    const url = databaseOfItsOwn(server!);
    return {
      open: (now) => openGridFileStore(url, now),
      leaveStray: (at) => leaveStrayBytes(url, at),
      remove: () => dropDatabase(url),
    };
  });
});

describe('a process that is killed while it takes files in', () => {
  const uploader = fileURLToPath(new URL('./contract/uploading-process.ts', import.meta.url));
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('has every file it acknowledged, whole, and of the others nothing', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = spawnKillable(uploader, [folder.path, String(round)]);
      await child.printed(15 + 10 * round);
      await child.kill();
      acknowledged.push(...child.lines);
      writeFileSync(folder.file('files/incoming/left.part'), 'half');
      const store = await openDiskFileStore(folder.path, { alone: true });
      for (const sha256 of acknowledged) {
        const bytes = await buffer(await store.read(sha256));
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
        expect(await store.upload(sha256, 'sara')).toMatchObject({ sha256, size: bytes.length });
      }
      expect(readdirSync(store.incoming)).toEqual([]);
      for await (const { sha256 } of store.all())
        expect(readFileSync(folder.file(`files/${sha256.slice(0, 2)}/${sha256}`))).toHaveLength(200_000);
      await store.close();
    }
    expect(new Set(acknowledged).size).toBeGreaterThanOrEqual(75);
  });
});
