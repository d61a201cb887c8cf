import type { Actor, Bilingual, Language, Place } from '@masar/contracts';
import type { Account } from '../sessions/account.js';
import { actorOfAccount, placed } from '../sessions/actor-of-account.js';

/** Somebody letters go to, with what he may see and decide. */
export interface Contact {
  readonly actor: Actor;
  readonly name?: Bilingual;
  readonly mail: string;
  readonly language: Language;
  /** Also told at once what is put to him. */
  readonly atOnce: boolean;
}

/** The people letters go to, asked anew at each round. */
export interface Contacts {
  list(): Promise<readonly Contact[]>;
  close(): Promise<void>;
}

/** Where people belong today, by where their accounts put them. */
export interface Places {
  of(place: Place): Place;
}

/** What is read of an account: never a password, a key or a link. */
export type ContactAccount = Pick<
  Account,
  'user' | 'name' | 'roles' | 'entity' | 'partner' | 'disabled' | 'mail' | 'language' | 'reminders'
> & { readonly link?: Pick<NonNullable<Account['link']>, 'purpose'> };

/**
 * Those of all accounts who are written to, with the place each has today: with an address, not disabled, who have come by their invitation and want letters.
 */
export const contactsAmong = (accounts: readonly ContactAccount[], places: Places): readonly Contact[] => {
  return accounts.flatMap((account) => {
    const { name, disabled, mail, language, reminders, link } = account;
    if (mail === undefined || disabled || reminders === 'none') return [];
    if (link?.purpose === 'invitation') return [];
    const actor = placed(actorOfAccount(account, accounts.length), places);
    return [
      { actor, mail, language: language ?? 'ar', atOnce: reminders !== 'daily', ...(name !== undefined && { name }) },
    ];
  });
};
