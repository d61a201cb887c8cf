import { connectTo } from '@masar/mongo';
import { contactsAmong, type Contact, type ContactAccount, type Contacts, type Places } from '../contacts.js';

interface AccountDocument extends Omit<ContactAccount, 'user'> {
  readonly _id: string;
}

/** What letters need of an account. A service that reports never reads what opens one. */
const read = {
  name: 1,
  roles: 1,
  entity: 1,
  partner: 1,
  disabled: 1,
  mail: 1,
  language: 1,
  reminders: 1,
  'link.purpose': 1,
} as const;

/** The people of a cluster, whose accounts lie beside its truth. */
export const openMongoContacts = async (url: string, places: Places): Promise<Contacts> => {
  const connection = await connectTo(url, { selectionMs: 3_000, answerMs: 5_000, connections: 2 });
  const accounts = connection.db!.collection<AccountDocument>('accounts');
  return {
    list: async (): Promise<readonly Contact[]> => {
      const found = await accounts.find({}, { projection: read }).toArray();
      return contactsAmong(
        found.map(({ _id: user, ...account }) => ({ user, ...account })),
        places,
      );
    },
    close: () => connection.close(),
  };
};
