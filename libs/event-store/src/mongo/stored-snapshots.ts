import { deserialize, serialize } from 'node:v8';
import type { StreamName } from '@masar/contracts';
import { isDuplicateKey } from '@masar/mongo';
import type { SnapshotStore } from '../port.js';
import type { StoreCollections } from './commit-documents.js';

/** A longer fold is cheaper than moving more than this. Bytes. */
const largestState = 8 * 1024 * 1024;

const keyOf = (stream: StreamName, decider: string): string => `${stream} ${decider.split('@')[0]}`;

const stateOf = (state: Uint8Array): { readonly state: unknown } | undefined => {
  try {
    return { state: deserialize(state) };
  } catch {
    return undefined;
  }
};

/** One snapshot for a stream and the name of a decider: a newer version of the decider writes over the older one's. */
export const storedSnapshots = (
  { snapshots }: StoreCollections,
  translated: <T>(work: () => Promise<T>) => Promise<T>,
): SnapshotStore => ({
  get: (stream, decider) =>
    translated(async () => {
      const found = await snapshots.collection.findOne(
        { _id: keyOf(stream, decider) as never, decider },
        { promoteBuffers: true },
      );
      const held = found === null ? undefined : stateOf(found.state as Uint8Array);
      return held && { version: found!.version as number, state: held.state };
    }),
  put: (stream, decider, version, state) =>
    translated(async () => {
      const bytes = serialize(state);
      if (bytes.length > largestState) return;
      try {
        await snapshots.updateOne(
          { _id: keyOf(stream, decider) },
          { $set: { decider, version, state: bytes } },
          { upsert: true, writeConcern: { w: 1 } },
        );
      } catch (fault) {
        // Two put the first one at once: either will do.
        if (!isDuplicateKey(fault)) throw fault;
      }
    }),
});
