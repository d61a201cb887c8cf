import type { ReadModelsOptions, ReportingStore } from '../reporting-store.js';
import { MongoHistory } from './mongo-history.js';
import { MongoReadModels } from './mongo-read-models.js';
import { openViewsServer } from './views-server.js';

/** Documents and history of one database; nothing of it is atomic beyond one document. Rejects with `ReadModelsUnavailable`. */
export const openMongoReportingStore = async (url: string, options: ReadModelsOptions): Promise<ReportingStore> => {
  const server = await openViewsServer(url, options);
  return {
    readModels: new MongoReadModels(server),
    history: new MongoHistory(server),
    close: () => server.close(),
  };
};
