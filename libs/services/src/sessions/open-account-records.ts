import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '@masar/nest-kit';
import type { AccountRecords } from './account.js';

export const isOfCluster = (accounts: string): boolean => /^mongodb(\+srv)?:/.test(accounts);

/** Where the accounts of a process are: beside the truth of a cluster in MongoDB, else in the data folder. */
export const accountsUrlOf = ({ eventStore, dataFolder }: Pick<Settings, 'eventStore' | 'dataFolder'>): string => {
  if (isOfCluster(eventStore)) return eventStore;
  return eventStore.startsWith('sqlite::memory:') ? 'sqlite::memory:' : `sqlite:${join(dataFolder, 'records.db')}`;
};

/** Opens `mongodb://…`, `sqlite:<file>` (made when missing, for its owner alone) or `sqlite::memory:`. Drivers are loaded by who needs them. */
export const openAccountRecords = async (url: string): Promise<AccountRecords> => {
  if (isOfCluster(url)) return (await import('./mongo/mongo-account-records.js')).openMongoAccountRecords(url);
  const file = url.slice('sqlite:'.length);
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  return (await import('./sqlite/sqlite-account-records.js')).openSqliteAccountRecords(file);
};
