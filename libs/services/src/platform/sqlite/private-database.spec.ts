import { expect, it } from '@jest/globals';
import { statSync, writeFileSync } from 'node:fs';
import { temporaryFolder } from '@masar/testing';
import { openPrivateDatabase } from './private-database.js';

it('a private file is its owner’s alone, with all that lies beside it, also where it was everybody’s', () => {
  const folder = temporaryFolder();
  writeFileSync(folder.file('old.db'), '', { mode: 0o644 });
  for (const name of ['new.db', 'old.db']) {
    const database = openPrivateDatabase(folder.file(name), 'CREATE TABLE IF NOT EXISTS a (id TEXT) STRICT');
    database.exec("INSERT INTO a VALUES ('x')");
    for (const file of [name, `${name}-wal`, `${name}-shm`])
      expect(statSync(folder.file(file)).mode & 0o777).toBe(0o600);
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  }
  openPrivateDatabase(':memory:', '').close();
  folder.remove();
});
