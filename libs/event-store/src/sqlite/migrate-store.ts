import type { BackupAnswer } from '../maintenance-port.js';
import { lockFolder } from './folder-lock.js';
import { sqliteLocation } from './location.js';
import { storeFile } from './store-file.js';
import type { CommitRow } from '../commit/stored-commit.js';
import { openTruthForReading, openTruthForWriting } from './truth-database.js';
import { verifySqliteStore } from './verify-store.js';

const page = 1000;
const insert = `INSERT INTO commits (stream, first, last, command_id, recorded_at, known_at, hashes, texts)
  VALUES (:stream, :first, :last, :command_id, :recorded_at, :known_at, :hashes, :texts)`;

/** Page by page in the order of insertion; a target that holds anything is refused. */
const copyCommits = (from: string, to: string): string => {
  const source = openTruthForReading(from);
  const target = openTruthForWriting(to);
  try {
    if (target.prepare('SELECT 1 FROM commits LIMIT 1').get() !== undefined)
      throw new Error(`${to} holds commits already; migrate into an empty store`);
    const commits = source.prepare('SELECT * FROM commits WHERE seq > ? ORDER BY seq LIMIT ?');
    const put = target.prepare(insert);
    for (
      let rows = commits.all(0, page);
      rows.length > 0;
      rows = commits.all((rows.at(-1) as unknown as CommitRow).seq, page)
    ) {
      target.exec('BEGIN IMMEDIATE');
      for (const { seq: _seq, ...row } of rows) put.run(row);
      target.exec('COMMIT');
    }
    return (target.prepare("SELECT value FROM meta WHERE name = 'epoch'").get() as { value: string }).value;
  } finally {
    source.close();
    target.close();
  }
};

export const migrateSqliteStore = (from: string, to: string): BackupAnswer => {
  const location = sqliteLocation(to);
  if (location.kind === 'memory') throw new Error('a store in memory cannot be migrated into');
  const unlock = lockFolder(location.folder);
  try {
    const epoch = copyCommits(storeFile(from).file, location.file);
    const { ok, broken, streams, events } = verifySqliteStore(to);
    if (!ok) throw new Error(`${broken?.stream}@${broken?.version} is broken: ${broken?.breakage}`);
    return { file: location.file, epoch, streams, events };
  } finally {
    unlock();
  }
};
