import { join } from 'node:path';
import { isCluster, type MailSettings, type Settings } from '@masar/nest-kit';
import type { Accounts } from '../sessions/accounts.js';
import { contactsAmong, type Contacts, type Places } from './contacts.js';
import type { Sender } from './reminders.js';
import type { SentBook } from './sent-book.js';

/** What letters need of a process. */
export interface Post {
  readonly contacts: Contacts;
  readonly book: SentBook;
  readonly sender: Sender;
}

const ownContacts = (accounts: Accounts, places: Places): Contacts => ({
  list: async () => contactsAmong(accounts.list(), places),
  close: async () => undefined,
});

/** Whether this process knows anybody to write to: not so over a folder of its own, beside a registry elsewhere. */
export const knowsPeople = (settings: Settings, accounts: Accounts | undefined): boolean =>
  isCluster(settings) || accounts !== undefined;

const ofCluster = async (truth: string, places: Places): Promise<Pick<Post, 'contacts' | 'book'>> => {
  const [{ openMongoContacts }, { openMongoSentBook }] = await Promise.all([
    import('./mongo/mongo-contacts.js'),
    import('./mongo/mongo-sent-book.js'),
  ]);
  const book = await openMongoSentBook(truth);
  try {
    return { book, contacts: await openMongoContacts(truth, places) };
  } catch (fault) {
    await book.close();
    throw fault;
  }
};

/** Opens what letters need. Libraries and drivers are loaded by who needs them. */
export const openPost = async (
  settings: Settings,
  mail: MailSettings,
  people: { readonly accounts: Accounts | undefined; readonly places: Places },
): Promise<Post> => {
  const { SmtpSender } = await import('./smtp/smtp-sender.js');
  const sender = new SmtpSender(mail);
  if (isCluster(settings)) return { sender, ...(await ofCluster(settings.eventStore, people.places)) };
  const { openSqliteSentBook } = await import('./sqlite/sqlite-sent-book.js');
  const book = openSqliteSentBook(join(settings.dataFolder, 'letters.db'));
  return { sender, book, contacts: ownContacts(people.accounts!, people.places) };
};
