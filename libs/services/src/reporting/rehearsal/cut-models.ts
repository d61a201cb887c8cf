import type { DocumentWrite, ReadModels, WriteAnswer } from '@masar/read-models';

/** The process ends here: what was written before stays. */
export class CutHere extends Error {
  constructor() {
    super('cut in the middle of a page');
    this.name = 'CutHere';
  }
}

/**
 * Documents that are written one by one, as a store without transactions may be found to have written them, and no further
 * than told. Everything else is asked of the store itself.
 */
export const cutAfter = (models: ReadModels, most: number): { models: ReadModels; written: () => number } => {
  let written = 0;
  const write = async (writes: readonly DocumentWrite[]): Promise<WriteAnswer> => {
    for (const [index, one] of writes.entries()) {
      if (written >= most) throw new CutHere();
      const { conflictAt } = await models.write([one]);
      if (conflictAt !== undefined) return { conflictAt: index };
      written += 1;
    }
    return {};
  };
  const cut: ReadModels = {
    writesAllOrNone: false,
    declare: (spec) => models.declare(spec),
    get: (collection, id) => models.get(collection, id),
    getMany: (collection, ids) => models.getMany(collection, ids),
    query: (collection, query) => models.query(collection, query),
    count: (collection, filter, upTo) => models.count(collection, filter, upTo),
    drop: (collection) => models.drop(collection),
    pointer: (projection) => models.pointer(projection),
    switchPointer: (projection, from, to) => models.switchPointer(projection, from, to),
    collections: () => models.collections(),
    close: () => models.close(),
    write,
  };
  return { models: cut, written: () => written };
};
