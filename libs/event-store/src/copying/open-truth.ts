import { UnknownAdapter } from '../faults.js';
import type { StoredTruth, TruthToFill } from './stored-truth.js';

const schemes = ['sqlite:<path>', 'mongodb://<host>/<database>'];
const isMongo = (url: string): boolean => /^mongodb(\+srv)?:/.test(url);

/** A store to read from; it may be in use. Rejects with `UnfinishedStore` where only half of it is there. */
export const openStoredTruth = async (url: string): Promise<StoredTruth> => {
  if (isMongo(url)) return (await import('../mongo/mongo-truth.js')).openMongoTruth(url);
  if (url.startsWith('sqlite:')) return (await import('../sqlite/sqlite-truth.js')).openSqliteTruth(url);
  throw new UnknownAdapter(url, schemes);
};

/** A store to fill, made when it is not there; a folder is locked until it is closed. */
export const openTruthToFill = async (url: string): Promise<TruthToFill> => {
  if (isMongo(url)) return (await import('../mongo/mongo-truth.js')).openMongoTruthToFill(url);
  if (url.startsWith('sqlite:')) return (await import('../sqlite/sqlite-truth-to-fill.js')).openSqliteTruthToFill(url);
  throw new UnknownAdapter(url, schemes);
};
