import type { DatabaseSync } from 'node:sqlite';
import type { Seal, SealOptions } from '../maintenance-port.js';
import { defaultSealKeyFile, sealKey } from '../seal/seal-key.js';
import { nextSeal } from '../seal/next-seal.js';
import type { SealHead, SealHeader } from '../seal/seal.js';
import { storeFile } from './store-file.js';
import { headOf, type CommitRow } from '../commit/stored-commit.js';
import { openTruthForReading, openTruthForWriting } from './truth-database.js';

/** Every stream and where it ends, of one moment, in order of name. */
export const headsOf = (database: DatabaseSync): SealHead[] => {
  const streams = database.prepare('SELECT stream FROM commits WHERE first = 1 ORDER BY stream');
  const head = database.prepare(
    'SELECT last, hashes, recorded_at, known_at FROM commits WHERE stream = ? ORDER BY first DESC LIMIT 1',
  );
  database.exec('BEGIN');
  try {
    return (streams.all() as { stream: string }[]).map(({ stream }): SealHead => {
      const { version, hash } = headOf(head.get(stream) as unknown as CommitRow);
      return [stream, version, hash];
    });
  } finally {
    database.exec('COMMIT');
  }
};

export const sealsOf = (database: DatabaseSync): SealHeader[] =>
  (database.prepare('SELECT header FROM seals ORDER BY number').all() as { header: string }[]).map(
    ({ header }) => JSON.parse(header) as SealHeader,
  );

const headsOfFile = (file: string): { heads: SealHead[]; epoch: string } => {
  const database = openTruthForReading(file);
  try {
    const { value } = database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get() as { value: string };
    return { heads: headsOf(database), epoch: value };
  } finally {
    database.close();
  }
};

export const sealSqliteStore = (url: string, { keyFile, at = new Date().toISOString() }: SealOptions): Seal => {
  const { file, folder } = storeFile(url);
  const key = sealKey(keyFile ?? defaultSealKeyFile(folder), folder);
  const { heads, epoch } = headsOfFile(file);
  const database = openTruthForWriting(file);
  try {
    // Two seals at once must not follow the same one.
    database.exec('BEGIN IMMEDIATE');
    const last = database.prepare('SELECT header FROM seals ORDER BY number DESC LIMIT 1').get();
    const before = last === undefined ? undefined : (JSON.parse(last.header as string) as SealHeader);
    const header = nextSeal(before, { heads, epoch, at }, key);
    database.prepare('INSERT INTO seals (number, header) VALUES (?, ?)').run(header.number, JSON.stringify(header));
    database.exec('COMMIT');
    return { ...header, heads };
  } finally {
    database.close();
  }
};
