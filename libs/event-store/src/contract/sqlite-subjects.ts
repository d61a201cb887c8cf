import { temporaryFolder } from '@masar/testing';
import { openEventStore } from '../open.js';
import type { EventStoreSubject } from './event-store.contract.js';

/** A store over a file in a folder of its own. */
export const sqliteFileSubject = (): EventStoreSubject & { readonly url: string } => {
  const folder = temporaryFolder();
  const url = `sqlite:${folder.file('truth.db')}`;
  return { url, open: (options) => openEventStore(url, options), remove: async () => folder.remove() };
};

/** A store in memory, gone when it is closed. */
export const sqliteMemorySubject = (): EventStoreSubject => ({
  open: (options) => openEventStore('sqlite::memory:', options),
  remove: async () => undefined,
});
