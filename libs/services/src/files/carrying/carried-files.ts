import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isArchiveFile, partsInBackup, type BesideTruth } from '@masar/event-store';
import type { Settings } from '@masar/nest-kit';
import { FilesFromParts, copyFiles, partsOf, type FilePart } from './file-parts.js';
import type { CarriedFile, FileStore } from '../file-store.js';
import { openFileStore } from '../open-file-store.js';

type Places = Pick<Settings, 'eventStore' | 'dataFolder'>;
const name = 'files';

const isFolder = ({ eventStore }: Places): boolean => eventStore.startsWith('sqlite:');
/** A folder that never had files gets none of their places by being looked at. */
const hasFiles = (places: Places): boolean => !isFolder(places) || existsSync(join(places.dataFolder, 'files.db'));

const withFiles = async <T>(places: Places, work: (files: FileStore) => Promise<T>): Promise<T> => {
  const files = await openFileStore(places);
  try {
    return await work(files);
  } finally {
    await files.close();
  }
};

/** Files lie beside the truth: in its folder, or in its database. */
export const filesBeside = (store: string): Places => ({
  eventStore: store,
  dataFolder: store.startsWith('sqlite:') ? dirname(resolve(store.slice('sqlite:'.length))) : '',
});

/** The files of a database as parts of a backup in lines. */
export async function* filesBesideTruth(places: Places): AsyncGenerator<BesideTruth> {
  const files = await openFileStore(places);
  try {
    let part = 0;
    for await (const one of partsOf(files))
      yield {
        name,
        part: (part += 1),
        value: 'file' in one ? one : { bytes: Buffer.from(one.bytes).toString('base64') },
      };
  } finally {
    await files.close();
  }
}

async function* partsInLines(file: string): AsyncGenerator<FilePart> {
  for await (const { name: of, value } of partsInBackup(file)) {
    if (of !== name) continue;
    const part = value as { readonly file: CarriedFile } | { readonly bytes: string };
    yield 'file' in part ? part : { bytes: Buffer.from(part.bytes, 'base64') };
  }
}

/** Puts the files of a folder into the backup of its truth. */
export const filesIntoBackupOf = async (places: Places, backupFile: string): Promise<void> => {
  if (!hasFiles(places)) return;
  const { filesIntoBackup } = await import('../sqlite/files-in-backup.js');
  await withFiles(places, (files) => filesIntoBackup(files, backupFile));
};

/** Brings the files of a backup of either kind beside a truth of either kind; those that are there stay. Answers how many. */
export const restoreFiles = async (backupFile: string, places: Places): Promise<number> => {
  if (await isArchiveFile(backupFile))
    return withFiles(places, (files) => new FilesFromParts(files, partsInLines(backupFile)).bring());
  const { dropCarriedFiles, filesFromBackup } = await import('../sqlite/files-in-backup.js');
  const brought = await withFiles(places, (files) => filesFromBackup(backupFile, files));
  if (isFolder(places)) dropCarriedFiles(resolve(places.eventStore.slice('sqlite:'.length)));
  return brought;
};

/** Copies files from beside one truth to beside another; done twice is done once. Answers how many there were. */
export const migrateFiles = async (from: Places, to: Places): Promise<number> =>
  hasFiles(from) ? withFiles(from, (source) => withFiles(to, (target) => copyFiles(source, target))) : 0;
