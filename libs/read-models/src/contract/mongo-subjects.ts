import { databaseOfItsOwn } from '@masar/testing';
import { openReportingStore } from '../open.js';
import type { ReportingSubject } from './read-models.contract.js';

/** Documents and history in a database of their own on a server that is there, dropped at the end. */
export const mongoReportingSubject = (server: string): ReportingSubject & { readonly url: string } => {
  const url = databaseOfItsOwn(server);
  return {
    url,
    open: () => openReportingStore(url),
    remove: async () => (await import('@masar/mongo')).dropDatabase(url),
  };
};
