import type { DatabaseSync } from 'node:sqlite';
import type { Seal, Verification } from '../maintenance-port.js';
import { storeFile } from './store-file.js';
import { openTruthForReading } from './truth-database.js';
import { Break } from '../commit/verify-commit.js';
import { verifyEvents } from './verify-events.js';
import { verifySeal } from './verify-seal.js';

/** What SQLite finds wrong with its own file; asked last, so that an event that was changed is named first. */
const checkFile = (database: DatabaseSync): void => {
  const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string };
  if (found !== 'ok') throw new Break({ stream: 'file', breakage: 'file', detail: found });
};

const brokenBy = (fault: unknown): Verification['broken'] => {
  if (fault instanceof Break) return fault.place;
  if ((fault as { code?: string }).code === 'ERR_SQLITE_ERROR')
    return { stream: 'file', breakage: 'file', detail: (fault as Error).message };
  throw fault;
};

export const verifySqliteStore = (url: string, seal?: Seal, keyFile?: string): Verification => {
  const database = openTruthForReading(storeFile(url).file);
  let counted = { streams: 0, events: 0 };
  try {
    database.exec('BEGIN');
    counted = verifyEvents(database);
    if (seal !== undefined) verifySeal(database, seal, keyFile);
    checkFile(database);
    return { ok: true, ...counted };
  } catch (fault) {
    return { ok: false, ...counted, broken: brokenBy(fault)! };
  } finally {
    database.close();
  }
};
