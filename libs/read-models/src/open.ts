import type { History } from './history.js';
import type { ReadModels } from './port.js';
import type { ReadModelsOptions, ReportingStore } from './reporting-store.js';

type OpenStore = (url: string, options: ReadModelsOptions) => ReportingStore | Promise<ReportingStore>;

/** Drivers are loaded by who needs them. */
const adapters: Readonly<Record<string, () => Promise<OpenStore>>> = {
  sqlite: async () => (await import('./sqlite/sqlite-reporting-store.js')).openSqliteReportingStore,
  mongodb: async () => (await import('./mongo/mongo-reporting-store.js')).openMongoReportingStore,
  'mongodb+srv': async () => (await import('./mongo/mongo-reporting-store.js')).openMongoReportingStore,
};

/**
 * Opens documents and history of one database together: `sqlite:<path>` (made when missing; may be deleted, everything in
 * it can be rebuilt), `sqlite::memory:` or `sqlite::memory:<name>` (shared within the thread); several threads may open the
 * same file, one of them should write. Or `mongodb://host:port/<database>` (`mongodb+srv:` too), written by any number of
 * processes, each write a compare-and-set on its document. Rejects with `ReadModelsUnavailable`.
 */
export const openReportingStore = async (url: string, options: ReadModelsOptions = {}): Promise<ReportingStore> => {
  const scheme = url.slice(0, Math.max(0, url.indexOf(':')));
  const adapter = adapters[scheme];
  if (adapter === undefined)
    throw new Error(`no adapter for ${scheme || url}: use sqlite:<path> or mongodb://<host>/<database>`);
  return (await adapter())(url, options);
};

/** Documents alone; closing them closes the database. */
export const openReadModels = async (url: string, options: ReadModelsOptions = {}): Promise<ReadModels> =>
  (await openReportingStore(url, options)).readModels;

/** History alone; closing it closes the database. */
export const openHistory = async (url: string, options: ReadModelsOptions = {}): Promise<History> =>
  (await openReportingStore(url, options)).history;
