import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { spawnKillable, temporaryFolder } from '@masar/testing';
import { openEventStore } from '../open.js';

const holder = fileURLToPath(new URL('../contract/appending-process.ts', import.meta.url));

describe('a data folder is one process’s alone', () => {
  it('gives a second store a clear answer that names the folder, and is free again after closing', async () => {
    const folder = temporaryFolder();
    const url = `sqlite:${folder.file('truth.db')}`;
    const first = await openEventStore(url);
    await expect(openEventStore(url)).rejects.toMatchObject({ code: 'folder/in-use', folder: folder.path });
    await first.close();
    await (await openEventStore(url)).close();
    folder.remove();
  });

  it('names the process that holds it, and is free the moment that one is killed', async () => {
    const folder = temporaryFolder();
    const url = `sqlite:${folder.file('truth.db')}`;
    const other = spawnKillable(holder, [url, '2']);
    await other.printed(1);
    await expect(openEventStore(url)).rejects.toThrow(/is in use by another Masar \(process \d+\)/);
    await other.kill();
    await (await openEventStore(url)).close();
    folder.remove();
  }, 20_000);
});
