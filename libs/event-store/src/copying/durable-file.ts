import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A file's bytes, or a folder's names, are on disk when it returns. */
export const syncToDisk = (path: string): void => {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
};
