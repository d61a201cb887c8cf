import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '@masar/nest-kit';
import { isSharedTruth } from '../platform/shared-truth.js';
import type { AccountRecords } from './account.js';

/** Where the accounts of a process are: beside the truth of a cluster in MongoDB, else in the data folder. */
export const accountsUrlOf = ({ eventStore, dataFolder }: Pick<Settings, 'eventStore' | 'dataFolder'>): string => {
  if (isSharedTruth(eventStore)) return eventStore;
  return eventStore.startsWith('sqlite::memory:') ? 'sqlite::memory:' : `sqlite:${join(dataFolder, 'records.db')}`;
};

/** The file of the key that seals what accounts keep secret; a cluster has the one that is named, or none. */
export const accountKeyOf = (accounts: string, folder?: string, named?: string): string | undefined =>
  named ?? (isSharedTruth(accounts) || folder === undefined ? undefined : join(folder, 'account.key'));

/** Opens `mongodb://…`, `sqlite:<file>` (made when missing, for its owner alone) or `sqlite::memory:`. Drivers are loaded by who needs them. */
export const openAccountRecords = async (url: string): Promise<AccountRecords> => {
  if (isSharedTruth(url)) return (await import('./mongo/mongo-account-records.js')).openMongoAccountRecords(url);
  const file = url.slice('sqlite:'.length);
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  return (await import('./sqlite/sqlite-account-records.js')).openSqliteAccountRecords(file);
};
