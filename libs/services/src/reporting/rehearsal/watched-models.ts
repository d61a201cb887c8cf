import type { DocumentQuery, ReadModels } from '@masar/read-models';

/** The same documents, where a spec hears of each query before it is answered; what it throws is a fault of the store. */
export const watchedModels = (
  models: ReadModels,
  hear: (collection: string, query: DocumentQuery) => void,
): ReadModels => {
  const query: ReadModels['query'] = async (collection, asked) => {
    hear(collection, asked);
    return models.query(collection, asked);
  };
  return new Proxy(models, {
    get: (target, name) => {
      if (name === 'query') return query;
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
};
