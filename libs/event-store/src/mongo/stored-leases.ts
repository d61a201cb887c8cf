import { isDuplicateKey } from '@masar/mongo';
import type { Leases } from '../leases-port.js';
import type { StoreCollections } from './commit-documents.js';

/** Leases as documents, taken by compare-and-set; lost ones are taken again, so a majority need not have them. */
export const storedLeases = (
  { leases }: Pick<StoreCollections, 'leases'>,
  translated: <T>(work: () => Promise<T>) => Promise<T>,
): Leases => ({
  take: (name, holder, forMs) => {
    const now = Date.now();
    // One that ends later than any of this length can was taken by a clock that runs far ahead: nobody waits for that.
    const tooLong = { until: { $gt: now + 2 * forMs } };
    const mineOrOver = { _id: name, $or: [{ holder }, { until: { $lt: now } }, tooLong] };
    return translated(async () => {
      try {
        const lease = { $set: { holder, until: now + forMs } };
        await leases.updateOne(mineOrOver, lease, { upsert: true, writeConcern: { w: 1 } });
        return true;
      } catch (fault) {
        if (isDuplicateKey(fault)) return false;
        throw fault;
      }
    });
  },
  end: (name, holder) =>
    translated(async () => {
      await leases.deleteOne({ _id: name, holder }, { writeConcern: { w: 1 } });
    }),
});
