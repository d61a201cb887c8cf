import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { syncToDisk } from '../copying/durable-file.js';
import type { BackupAnswer } from '../maintenance-port.js';
import { lockFolder } from './folder-lock.js';
import { sqliteLocation } from './location.js';
import { storeFile } from './store-file.js';
import { openTruthForReading } from './truth-database.js';
import { verifySqliteStore } from './verify-store.js';

/** All pages in one step: a copy of one moment, however busy the writer is. */
const everyPage = 2 ** 30;

const epochOf = (file: string): string => {
  const database = openTruthForReading(file);
  try {
    return (database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get() as { value: string }).value;
  } finally {
    database.close();
  }
};

/** Out of the write-ahead mode, so that a copy is one file. */
const asOneFile = (file: string, change: (database: DatabaseSync) => void = () => undefined): void => {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
    change(database);
  } finally {
    database.close();
  }
};

const verified = (file: string): BackupAnswer => {
  const { ok, broken, streams, events } = verifySqliteStore(`sqlite:${file}`);
  if (!ok)
    throw new Error(
      `${broken?.stream}${broken?.version === undefined ? '' : `@${broken.version}`} is broken: ${broken?.breakage}`,
    );
  return { file, epoch: epochOf(file), streams, events };
};

export const backupSqliteStore = async (url: string, target: string): Promise<BackupAnswer> => {
  const { file } = storeFile(url);
  const copy = resolve(target);
  if (existsSync(copy)) throw new Error(`${copy} is there already; a backup writes over nothing`);
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  const source = openTruthForReading(file);
  try {
    await backup(source, unfinished, { rate: everyPage });
  } finally {
    source.close();
  }
  asOneFile(unfinished);
  const answer = verified(unfinished);
  syncToDisk(unfinished);
  renameSync(unfinished, copy);
  syncToDisk(dirname(copy));
  return { ...answer, file: copy };
};

/** Keeps what was there under another name, whole (its write-ahead file folded in). Nothing to keep is fine. */
const keepAside = (file: string): void => {
  if (!existsSync(file)) return;
  asOneFile(file);
  linkSync(file, `${file}.before-${epochOf(file)}`);
};

export const restoreSqliteStore = (from: string, url: string): BackupAnswer => {
  const location = sqliteLocation(url);
  if (location.kind === 'memory') throw new Error('a store in memory cannot be restored into');
  const source = resolve(from);
  if (!existsSync(source)) throw new Error(`there is no backup at ${source}`);
  const unlock = lockFolder(location.folder);
  try {
    const unfinished = `${location.file}.unfinished`;
    copyFileSync(source, unfinished);
    asOneFile(unfinished, (database) => {
      database.prepare("UPDATE meta SET value = ? WHERE name = 'epoch'").run(randomUUID());
      // Folds of streams that may run differently from here on.
      database.exec('DELETE FROM snapshots');
    });
    const answer = verified(unfinished);
    syncToDisk(unfinished);
    keepAside(location.file);
    renameSync(unfinished, location.file);
    syncToDisk(location.folder);
    return { ...answer, file: location.file };
  } finally {
    unlock();
  }
};
