import { isDuplicateKey } from '@masar/mongo';
import mongoose, { type mongo } from 'mongoose';
import type { DocumentWrite, WriteAnswer } from '../port.js';
import type { DocumentCollection, KeptDocument } from './document-collection.js';

type Operation = mongo.AnyBulkWriteOperation<KeptDocument>;

/** Writes that stand together, are all checked or all unchecked, and go to one collection: one request. */
interface Run {
  readonly collection: DocumentCollection;
  readonly checked: boolean;
  readonly from: number;
  readonly writes: DocumentWrite[];
}

const largestRun = 1000;
const attempts = 5;
const isChecked = (write: DocumentWrite): boolean => write.op === 'put' && write.expected !== undefined;

/** Throws `UndeclaredField` before anything is written. */
const operationOf = (collection: DocumentCollection, write: DocumentWrite, by: mongo.ObjectId): Operation => {
  if (write.op === 'delete') return { deleteOne: { filter: { _id: write.id } } };
  const { id, expected } = write;
  const kept = { fields: collection.fieldsOf(write.fields), body: JSON.stringify(write.body ?? null), by };
  if (expected === 0) return { insertOne: { document: { _id: id, version: 1, ...kept } } };
  const change = { $set: kept, $inc: { version: 1 } };
  if (expected === undefined) return { updateOne: { filter: { _id: id }, update: change, upsert: true } };
  return { updateOne: { filter: { _id: id, version: expected }, update: change } };
};

const runsOf = (writes: readonly DocumentWrite[], collections: ReadonlyMap<string, DocumentCollection>): Run[] => {
  const runs: Run[] = [];
  for (const [index, write] of writes.entries()) {
    const collection = collections.get(write.collection)!;
    const checked = isChecked(write);
    const last = runs.at(-1);
    const joins = last?.collection === collection && last.checked === checked && last.writes.length < largestRun;
    // Twice the same document, each against its version: told apart only one after the other.
    if (joins && !(checked && last.writes.some(({ id }) => id === write.id))) last.writes.push(write);
    else runs.push({ collection, checked, from: index, writes: [write] });
  }
  return runs;
};

/** Overwrites and deletes always hold. Two that make one document at once meet, and the one that lost makes its own again. */
const writeAll = async ({ collection }: Run, operations: readonly Operation[]): Promise<void> => {
  for (let tried = 1; ; tried += 1) {
    try {
      await collection.bulk(operations);
      return;
    } catch (fault) {
      if (!isDuplicateKey(fault) || tried >= attempts) throw fault;
    }
  }
};

/** Index within the run of the first write whose version did not hold. */
const writeChecked = async (
  { collection, writes }: Run,
  operations: readonly Operation[],
  by: mongo.ObjectId,
): Promise<number | undefined> => {
  try {
    const { insertedCount, matchedCount } = await collection.bulk(operations);
    if (insertedCount + matchedCount === operations.length) return undefined;
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
  const ids = writes.map(({ id }) => id);
  const mine = await collection.writtenBy(by, ids);
  return Math.max(
    0,
    ids.findIndex((id) => !mine.has(id)),
  );
};

/**
 * Makes writes in order, without a transaction: nothing behind a conflict is written, but for checked puts of the same
 * collection that stand right beside it, each of which holds by itself.
 */
export const writeInOrder = async (
  writes: readonly DocumentWrite[],
  collections: ReadonlyMap<string, DocumentCollection>,
): Promise<WriteAnswer> => {
  const by = new mongoose.mongo.ObjectId();
  const runs = runsOf(writes, collections).map((run) => ({
    run,
    operations: run.writes.map((write) => operationOf(run.collection, write, by)),
  }));
  for (const { run, operations } of runs) {
    if (!run.checked) await writeAll(run, operations);
    else {
      const conflict = await writeChecked(run, operations, by);
      if (conflict !== undefined) return { conflictAt: run.from + conflict };
    }
  }
  return {};
};
