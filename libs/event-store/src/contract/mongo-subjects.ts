import { databaseOfItsOwn } from '@masar/testing';
import { openEventStore } from '../open.js';
import type { EventStoreSubject } from './event-store.contract.js';

/** A store in a database of its own on a server that is there, dropped at the end. */
export const mongoSubject = (server: string): EventStoreSubject & { readonly url: string } => {
  const url = databaseOfItsOwn(server);
  return {
    url,
    open: (options) => openEventStore(url, options),
    remove: async () => (await import('@masar/mongo')).dropDatabase(url),
  };
};
