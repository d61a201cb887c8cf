import { isDuplicateKey, untilSeen } from '@masar/mongo';
import { StorageUnavailable, UnfinishedStore } from '../faults.js';
import type { StoreCollections } from './commit-documents.js';

/** Raised when the documents change; a newer store than this build knows is refused. */
const schemaVersion = 1;

/** There while the store is being filled from another; its value is when that began. */
export const unfinishedNote = 'unfinished';

/** A note of the store; the first to ask for it writes it. */
export const noteOf = async ({ notes }: StoreCollections, name: string, first: () => string): Promise<string> => {
  const found = await notes.findOne({ _id: name }).lean();
  if (found !== null) return found.value;
  try {
    await notes.collection.insertOne({ _id: name as never, value: first() });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
  const seen = await untilSeen(() => notes.findOne({ _id: name }).lean());
  if (seen === undefined) throw new StorageUnavailable(`the event store's ${name} is held by no majority`);
  return seen.value;
};

export const checkSchema = async (collections: StoreCollections): Promise<void> => {
  const held = await noteOf(collections, 'schema', () => String(schemaVersion));
  if (Number(held) > schemaVersion) throw new Error(`this store is of a newer Masar (schema ${held})`);
};

/** Half of a history is nobody's truth. Throws `UnfinishedStore`. */
export const checkFinished = async ({ notes }: StoreCollections, name: string): Promise<void> => {
  const note = await notes.findOne({ _id: unfinishedNote }).lean();
  if (note !== null) throw new UnfinishedStore(name, note.value);
};
