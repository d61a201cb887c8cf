import { UnknownAdapter } from './faults.js';
import type { BackupAnswer, Seal, SealOptions, Verification, VerifyOptions } from './maintenance-port.js';
import type { MaintenanceWork } from './sqlite/maintenance-thread.js';
import { readSeal } from './seal/seal-file.js';

export type * from './maintenance-port.js';
export { readSeal, writeSeal } from './seal/seal-file.js';

const perform = async <T>(url: string, work: MaintenanceWork): Promise<T> => {
  for (const one of [url, ...('to' in work ? [work.to] : [])])
    if (!one.startsWith('sqlite:')) throw new UnknownAdapter(one, ['sqlite:<path>'], ['mongodb', 'mongodb+srv']);
  const { performApart } = await import('./sqlite/maintenance-client.js');
  return performApart<T>(work);
};

/** Seals a store as it stands; works beside a running server. Remembered in the store for the next one to chain to. */
export const sealStore = (url: string, options: SealOptions = {}): Promise<Seal> =>
  perform(url, { work: 'seal', url, options });

/** Reads every event of a store (`sqlite:` or `mongodb:`) and names the first that is not what was written. Works beside a running server. */
export const verifyStore = async (url: string, { seal, keyFile }: VerifyOptions = {}): Promise<Verification> => {
  const against = typeof seal === 'string' ? await readSeal(seal) : seal;
  if (/^mongodb(\+srv)?:/.test(url)) {
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

/** Copies a store while it runs, to a new file, verified before it is called a backup. Rejects when the file exists. */
export const backupStore = (url: string, file: string): Promise<BackupAnswer> =>
  perform(url, { work: 'backup', url, file });

/**
 * Puts a backup in the place of a store, under the folder's lock and with a new epoch, so that consumers start empty. The
 * store that was there is kept beside it as `<file>.before-<its epoch>`. Rejects with a broken backup, nothing changed.
 */
export const restoreStore = (file: string, url: string): Promise<BackupAnswer> =>
  perform(url, { work: 'restore', url, file });

/** Copies every commit, text for text, into an empty store; the chain stays as it was, the epoch is the new store's own. */
export const migrateStore = (from: string, to: string): Promise<BackupAnswer> =>
  perform(from, { work: 'migrate', from, to });
