import type { History } from './history.js';
import type { ReadModels } from './port.js';
import type { ReadModelsOptions, ReportingStore } from './reporting-store.js';

const openStore = async (url: string, options: ReadModelsOptions): Promise<ReportingStore> => {
  const scheme = url.slice(0, url.indexOf(':'));
  if (scheme === 'sqlite')
    return (await import('./sqlite/sqlite-reporting-store.js')).openSqliteReportingStore(url, options);
  const notHere = scheme === 'mongodb' || scheme === 'mongodb+srv';
  throw new Error(
    notHere
      ? `${scheme}: is not in this build; use sqlite:<path>`
      : `no adapter for ${scheme || url}: use sqlite:<path>`,
  );
};

/**
 * Opens documents and history of one database together: `sqlite:<path>` (made when missing; may be deleted, everything in
 * it can be rebuilt), `sqlite::memory:` or `sqlite::memory:<name>` (shared within the thread). Several threads may open the
 * same file; one of them should write.
 */
export const openReportingStore = (url: string, options: ReadModelsOptions = {}): Promise<ReportingStore> =>
  openStore(url, options);

/** Documents alone; closing them closes the database. */
export const openReadModels = async (url: string, options: ReadModelsOptions = {}): Promise<ReadModels> =>
  (await openStore(url, options)).readModels;

/** History alone; closing it closes the database. */
export const openHistory = async (url: string, options: ReadModelsOptions = {}): Promise<History> =>
  (await openStore(url, options)).history;
