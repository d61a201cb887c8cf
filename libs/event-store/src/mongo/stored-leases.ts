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
    const mineOrOver = { _id: name, $or: [{ holder }, { until: { $lt: now } }] };
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
