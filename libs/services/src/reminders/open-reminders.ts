import { join } from 'node:path';
import { isCluster, type Settings } from '@masar/nest-kit';
import type { Accounts } from '../sessions/accounts.js';
import { contactsAmong, type Contacts } from './contacts.js';
import type { Sender } from './reminders.js';
import type { SentBook } from './sent-book.js';

/** What letters need of a process. */
export interface Post {
  readonly contacts: Contacts;
  readonly book: SentBook;
  readonly sender: Sender;
}

const ownContacts = (accounts: Accounts): Contacts => ({
  list: async () => contactsAmong(accounts.list()),
  close: async () => undefined,
});

/**
 * Opens what letters need; undefined where no server is set, or where this process knows nobody: over a folder of its own
 * beside a registry elsewhere. Libraries and drivers are loaded by who needs them.
 */
export const openPost = async (settings: Settings, accounts: Accounts | undefined): Promise<Post | undefined> => {
  const { mail, dataFolder, eventStore } = settings;
  if (!mail) return undefined;
  const { SmtpSender } = await import('./smtp/smtp-sender.js');
  const sender = new SmtpSender(mail);
  if (isCluster(settings)) {
    const [{ openMongoContacts }, { openMongoSentBook }] = await Promise.all([
      import('./mongo/mongo-contacts.js'),
      import('./mongo/mongo-sent-book.js'),
    ]);
    const contacts = await openMongoContacts(eventStore);
    return { contacts, book: await openMongoSentBook(eventStore), sender };
  }
  if (!accounts) return undefined;
  const { openSqliteSentBook } = await import('./sqlite/sqlite-sent-book.js');
  return { contacts: ownContacts(accounts), book: openSqliteSentBook(join(dataFolder, 'letters.db')), sender };
};
