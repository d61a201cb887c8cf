import { isDuplicateKey, untilSeen, walk } from '@masar/mongo';
import { StorageUnavailable } from '../faults.js';
import type { Seal, SealOptions } from '../maintenance-port.js';
import { nextSeal } from '../seal/next-seal.js';
import { sealKey } from '../seal/seal-key.js';
import type { SealHead, SealHeader } from '../seal/seal.js';
import type { StoreCollections } from './commit-documents.js';

/** In order of number. */
export const sealsIn = async ({ seals }: StoreCollections): Promise<SealHeader[]> => {
  const held = await seals.find({}).sort({ _id: 1 }).lean();
  return held.map(({ header }) => JSON.parse(header) as SealHeader);
};

/** Those that are remembered already are passed over; answers how many were not. */
export const rememberSeals = async ({ seals }: StoreCollections, headers: readonly SealHeader[]): Promise<number> => {
  let remembered = 0;
  for (const header of headers)
    try {
      await seals.collection.insertOne({ _id: header.number as never, header: JSON.stringify(header) });
      remembered += 1;
    } catch (fault) {
      if (!isDuplicateKey(fault)) throw fault;
    }
  return remembered;
};

/** Every stream and where it ends, along the index; each as it stood when it was passed. */
export const sealHeadsIn = async ({ commits }: StoreCollections): Promise<SealHead[]> => {
  const heads: SealHead[] = [];
  const asked = commits.find({}, { stream: 1, last: 1, hashes: 1, _id: 0 }).sort({ stream: 1, first: 1 });
  for await (const { stream, last, hashes } of walk(asked.lean().cursor({ batchSize: 1000 }))) {
    if (heads.at(-1)?.[0] === stream) heads.pop();
    heads.push([stream, last, hashes.slice(-64)]);
  }
  return heads;
};

const lastSealIn = async ({ seals }: StoreCollections): Promise<SealHeader | undefined> => {
  const last = await seals.findOne({}).sort({ _id: -1 }).lean();
  return last === null ? undefined : (JSON.parse(last.header) as SealHeader);
};

/** Seals heads of this store. Two at once never follow the same seal: its number is taken by one of them. */
export const sealHeads = async (
  collections: StoreCollections,
  { heads, epoch }: { readonly heads: readonly SealHead[]; readonly epoch: string },
  { keyFile, at = new Date().toISOString() }: SealOptions,
): Promise<Seal> => {
  if (keyFile === undefined) throw new Error('a store in MongoDB is sealed with a key from a file that is named');
  const key = sealKey(keyFile);
  const made = await untilSeen(async () => {
    const header = nextSeal(await lastSealIn(collections), { heads, epoch, at }, key);
    return (await rememberSeals(collections, [header])) === 1 ? header : undefined;
  });
  if (made === undefined) throw new StorageUnavailable('the seal before this one is held by no majority');
  return { ...made, heads };
};
