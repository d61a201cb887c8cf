import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '@masar/nest-kit';
import { isSharedTruth } from '../platform/shared-truth.js';
import type { FileStore } from './file-store.js';

type Places = Pick<Settings, 'eventStore' | 'dataFolder'>;

/** Beside a truth in memory, files last as long as it does. */
const openForAWhile = async (): Promise<FileStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-files-'));
  const { openDiskFileStore } = await import('./sqlite/disk-file-store.js');
  const store = await openDiskFileStore(folder, { alone: true });
  const close = store.close.bind(store);
  return Object.assign(store, {
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
};

/** Evidence files beside the truth: in its database, else in the data folder. Drivers are loaded by who needs them. */
export const openFileStore = async ({ eventStore, dataFolder }: Places, alone = false): Promise<FileStore> => {
  if (isSharedTruth(eventStore)) return (await import('./mongo/grid-file-store.js')).openGridFileStore(eventStore);
  if (eventStore.startsWith('sqlite::memory:')) return openForAWhile();
  return (await import('./sqlite/disk-file-store.js')).openDiskFileStore(dataFolder, { alone });
};
