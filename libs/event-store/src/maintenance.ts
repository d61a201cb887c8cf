import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { copyStore } from './copying/copy-store.js';
import { openStoredTruth, openTruthToFill } from './copying/open-truth.js';
import { isArchive, openArchive, partsOfArchive } from './copying/read-archive.js';
import type { StoredTruth } from './copying/stored-truth.js';
import { writeArchive } from './copying/write-archive.js';
import { UnknownAdapter } from './faults.js';
import type {
  BackupAnswer,
  BackupOptions,
  BesideTruth,
  MigrationAnswer,
  MigrationOptions,
  RestoreAnswer,
  Seal,
  SealOptions,
  Verification,
  VerifyOptions,
} from './maintenance-port.js';
import { readSeal } from './seal/seal-file.js';
import type { MaintenanceWork } from './sqlite/maintenance-thread.js';

export type * from './maintenance-port.js';
export { BrokenTruth } from './copying/survey.js';
export { OtherHistory } from './copying/prefix.js';
export { DamagedBackup } from './copying/archive-lines.js';
/** Whether a backup is in lines (`masar-backup@1`), as a database's is; a folder's is a SQLite file. */
export { isArchive as isArchiveFile } from './copying/read-archive.js';
export { readSeal, writeSeal } from './seal/seal-file.js';

const isMongo = (url: string): boolean => /^mongodb(\+srv)?:/.test(url);

const perform = async <T>(url: string, work: MaintenanceWork): Promise<T> => {
  if (!url.startsWith('sqlite:')) throw new UnknownAdapter(url, ['sqlite:<path>', 'mongodb://<host>/<database>']);
  const { performApart } = await import('./sqlite/maintenance-client.js');
  return performApart<T>(work);
};

const withTruth = async <Truth extends { close(): Promise<void> }, T>(
  opening: Promise<Truth>,
  work: (truth: Truth) => Promise<T>,
): Promise<T> => {
  const truth = await opening;
  try {
    return await work(truth);
  } finally {
    await truth.close();
  }
};

const mongoTruth = async (url: string) => (await import('./mongo/mongo-truth.js')).openMongoTruth(url);

/** Seals a store as it stands; works beside a running server. Remembered in the store for the next one to chain to. */
export const sealStore = (url: string, options: SealOptions = {}): Promise<Seal> =>
  isMongo(url)
    ? withTruth(mongoTruth(url), (truth) => truth.seal(options))
    : perform(url, { work: 'seal', url, options });

/** Reads every event of a store and names the first that is not what was written. Works beside a running server. */
export const verifyStore = async (url: string, { seal, keyFile }: VerifyOptions = {}): Promise<Verification> => {
  const against = typeof seal === 'string' ? await readSeal(seal) : seal;
  if (isMongo(url)) {
    const { verifyMongoStore } = await import('./mongo/verify-mongo-store.js');
    return verifyMongoStore(url, against, keyFile);
  }
  return perform(url, {
    work: 'verify',
    url,
    ...(against === undefined ? {} : { seal: against }),
    ...(keyFile === undefined ? {} : { keyFile }),
  });
};

/**
 * Copies a store while it runs, to a new file, verified before it is called a backup: a folder's as SQLite copies itself,
 * a database's as lines (`masar-backup@1`). Rejects when the file exists.
 */
export const backupStore = (
  url: string,
  file: string,
  { beside = [], keyFile }: BackupOptions = {},
): Promise<BackupAnswer> => {
  if (!isMongo(url)) return perform(url, { work: 'backup', url, file });
  return withTruth(mongoTruth(url), (truth) =>
    writeArchive(truth, file, {
      beside,
      ...(keyFile === undefined ? {} : { seal: (heads) => truth.seal({ keyFile }, heads) }),
    }),
  );
};

/** A backup of either kind as a store, with what it carries beside. */
const openBackup = async (file: string): Promise<StoredTruth & { readonly beside: readonly BesideTruth[] }> =>
  (await isArchive(file))
    ? openArchive(file)
    : Object.assign(await openStoredTruth(`sqlite:${resolve(file)}`), { beside: [] });

/** What is long and lies beside the truth in a backup of a database, part by part; a folder's backup has none of it. */
export async function* partsInBackup(file: string): AsyncGenerator<BesideTruth> {
  if (await isArchive(file)) yield* partsOfArchive(file);
}

const restoreBetweenKinds = (file: string, url: string, { onProgress }: MigrationOptions): Promise<RestoreAnswer> =>
  withTruth(openBackup(file), (source) =>
    withTruth(openTruthToFill(url), async (target) => {
      const options = { renewEpoch: true, onlyIntoEmpty: true, ...(onProgress === undefined ? {} : { onProgress }) };
      const { epoch, streams, events } = await copyStore(source, target, options);
      return { file: target.name, epoch, streams, events, beside: source.beside };
    }),
  );

/** Made into a file of the folder's own kind first, which then takes its place as any other backup does. */
const restoreLinesIntoFolder = async (file: string, url: string, options: MigrationOptions): Promise<RestoreAnswer> => {
  const { sqliteLocation } = await import('./sqlite/location.js');
  const location = sqliteLocation(url);
  if (location.kind === 'memory') throw new Error('a store in memory cannot be restored into');
  const made = `${location.file}.from-backup`;
  const removed = () => Promise.all(['', '-wal', '-shm'].map((end) => rm(`${made}${end}`, { force: true })));
  await removed();
  try {
    const { beside } = await restoreBetweenKinds(file, `sqlite:${made}`, options);
    return { ...(await perform<BackupAnswer>(url, { work: 'restore', url, file: made })), beside };
  } finally {
    await removed();
  }
};

/**
 * Puts a backup in the place of a store, with a new epoch, so that consumers start empty. Into a folder: under its lock,
 * and the store that was there is kept beside it as `<file>.before-<its epoch>`. Into MongoDB: an empty database only, every
 * commit marked to be published; a restore that was killed is gone on with. Rejects with a broken backup, nothing changed.
 */
export const restoreStore = async (
  file: string,
  url: string,
  options: MigrationOptions = {},
): Promise<RestoreAnswer> => {
  if (isMongo(url)) return restoreBetweenKinds(file, url, options);
  if (await isArchive(file)) return restoreLinesIntoFolder(file, url, options);
  return { ...(await perform<BackupAnswer>(url, { work: 'restore', url, file })), beside: [] };
};

/**
 * Copies every commit, text for text, from any store into another: an empty one, or one that holds the beginning of the same
 * history (a copy that was killed, or one made while the source was still in use). The chains stay as they were, the epoch
 * is the new store's own. Works on this thread: for a process of its own.
 */
export const migrateStore = (from: string, to: string, options: MigrationOptions = {}): Promise<MigrationAnswer> =>
  withTruth(openStoredTruth(from), (source) =>
    withTruth(openTruthToFill(to), (target) => copyStore(source, target, { renewEpoch: false, ...options })),
  );
