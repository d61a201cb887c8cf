import { Type } from 'typebox';
import { BilingualText, InstantText, languages, OneOf, reminderWishes, roles } from '@masar/contracts';
import type { Account } from '../sessions/account.js';

export const personStates = ['invited', 'active', 'disabled'] as const;
export type PersonState = (typeof personStates)[number];

const standing = {
  roles: Type.Optional(Type.Array(OneOf(roles))),
  entity: Type.Optional(Type.String()),
  partner: Type.Optional(Type.String()),
};

const person = {
  id: Type.String(),
  user: Type.String(),
  name: Type.Optional(BilingualText),
  roles: Type.Array(OneOf(roles)),
  entity: Type.Optional(Type.String()),
  partner: Type.Optional(Type.String()),
  mail: Type.Optional(Type.String({ description: 'where reminders go' })),
  language: Type.Optional(OneOf(languages)),
  state: OneOf(personStates),
};

export const personSchema = Type.Object({
  ...person,
  history: Type.Array(
    Type.Object({
      at: InstantText,
      by: Type.String(),
      what: Type.String(),
      reason: Type.Optional(Type.String()),
      key: Type.Optional(Type.String()),
      delegation: Type.Optional(Type.String()),
      to: Type.Optional(Type.String()),
      ...standing,
    }),
    { description: 'what was done to the account, oldest first' },
  ),
});
export const listedPersonSchema = Type.Object(person);

const invitation = Type.Object({ token: Type.String(), expiresAt: InstantText }, { description: 'told this once' });
export const invitedSchema = Type.Object({ ...person, invitation });

/** A program, and whoever signs in elsewhere, has no password and waits for none. */
export const stateOf = ({ disabled, hash, keys, provider }: Account): PersonState =>
  disabled ? 'disabled' : hash === '' && !keys && !provider ? 'invited' : 'active';

export const listedPerson = (account: Account) => ({
  id: account.user,
  user: account.user,
  ...(account.name === undefined ? {} : { name: account.name }),
  roles: account.roles,
  ...(account.entity === undefined ? {} : { entity: account.entity }),
  ...(account.partner === undefined ? {} : { partner: account.partner }),
  ...(account.mail === undefined ? {} : { mail: account.mail }),
  ...(account.language === undefined ? {} : { language: account.language }),
  state: stateOf(account),
});

export const personView = (account: Account) => ({ ...listedPerson(account), history: account.history ?? [] });

/** How a person is written to, as he sees and changes it himself. */
export const contactSchema = Type.Object({
  user: Type.String(),
  mail: Type.Optional(Type.String()),
  language: OneOf(languages),
  reminders: OneOf(reminderWishes),
});
export const contactView = ({ user, mail, language, reminders }: Account) => ({
  user,
  ...(mail === undefined ? {} : { mail }),
  language: language ?? 'ar',
  reminders: reminders ?? 'all',
});
