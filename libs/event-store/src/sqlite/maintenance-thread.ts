import { parentPort, workerData } from 'node:worker_threads';
import type { Seal, SealOptions } from '../maintenance-port.js';
import { backupSqliteStore, restoreSqliteStore } from './backup-store.js';
import { sealSqliteStore } from './seal-store.js';
import { verifySqliteStore } from './verify-store.js';

/** Work on a whole store, in a thread of its own: it may run in a server, whose loop must not wait for it. */
export type MaintenanceWork =
  | { readonly work: 'seal'; readonly url: string; readonly options: SealOptions }
  | { readonly work: 'verify'; readonly url: string; readonly seal?: Seal; readonly keyFile?: string }
  | { readonly work: 'backup'; readonly url: string; readonly file: string }
  | { readonly work: 'restore'; readonly url: string; readonly file: string };

const perform = (asked: MaintenanceWork) => {
  switch (asked.work) {
    case 'seal':
      return sealSqliteStore(asked.url, asked.options);
    case 'verify':
      return verifySqliteStore(asked.url, asked.seal, asked.keyFile);
    case 'backup':
      return backupSqliteStore(asked.url, asked.file);
    case 'restore':
      return restoreSqliteStore(asked.file, asked.url);
  }
};

parentPort!.postMessage(await perform(workerData as MaintenanceWork));
