import { expect, it } from '@jest/globals';
import { contactsAmong, type ContactAccount } from './contacts.js';

const account = (user: string, fields: Partial<ContactAccount> = {}): ContactAccount => ({
  user,
  roles: ['lead'],
  entity: 'works',
  disabled: false,
  mail: `${user}@example.org`,
  ...fields,
});

it('letters go to people with an address who have come, are not disabled and want them', () => {
  const { mail: _none, ...silent } = account('silent');
  const found = contactsAmong(
    [
      account('mona'),
      account('daily', { reminders: 'daily', language: 'en' }),
      account('none', { reminders: 'none' }),
      account('gone', { disabled: true }),
      account('invited', { link: { purpose: 'invitation' } }),
      account('nadia', { roles: ['partner'], partner: 'nile', reminders: 'daily' }),
      silent,
    ],
    { of: (place) => place },
  );
  expect(found).toEqual([
    {
      actor: { user: 'mona', roles: ['lead'], entity: 'works' },
      mail: 'mona@example.org',
      language: 'ar',
      atOnce: true,
    },
    {
      actor: { user: 'daily', roles: ['lead'], entity: 'works' },
      mail: 'daily@example.org',
      language: 'en',
      atOnce: false,
    },
    {
      actor: { user: 'nadia', roles: ['partner'], entity: 'works', partner: 'nile' },
      mail: 'nadia@example.org',
      language: 'ar',
      atOnce: false,
    },
  ]);
});
