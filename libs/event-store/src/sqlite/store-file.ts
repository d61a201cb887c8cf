import { existsSync } from 'node:fs';
import { sqliteLocation } from './location.js';

/** The file of a store that is there; what looks after stores works on files only. */
export const storeFile = (url: string): { readonly file: string; readonly folder: string } => {
  const location = sqliteLocation(url);
  if (location.kind === 'memory') throw new Error('a store in memory has no file to look after');
  if (!existsSync(location.file)) throw new Error(`there is no event store at ${location.file}`);
  return location;
};
