import { expect, it } from '@jest/globals';
import { bookOf, type Account } from '../sessions/account.js';
import { Accounts } from '../sessions/accounts.js';
import type { AccountRecords } from '../sessions/account.js';
import { ownersIn } from './webhook-owners.js';

const account = {
  user: 'feeder',
  hash: '',
  roles: ['integrator'],
  entity: 'works',
  disabled: false,
} as unknown as Account;
const webhook = { id: 'hook-1', user: 'feeder', url: '', secret: '', createdAt: '2026-03-01T08:00:00Z' };

it('an owner made elsewhere is found once the accounts are read anew, and belongs where he belongs today', async () => {
  let book = bookOf([], []);
  const records = {
    current: () => book,
    refresh: async () => void (book = bookOf([account, { ...account, user: 'other' }], [])),
  } as unknown as AccountRecords;
  const ownerOf = ownersIn(records, new Accounts(records), {
    of: () => ({ entity: 'roads', predecessors: ['works'] }),
  });
  expect(await ownerOf(webhook, false)).toBeUndefined();
  const owner = { user: 'feeder', roles: ['integrator'], entity: 'roads', predecessors: ['works'] };
  expect(await ownerOf(webhook, true)).toEqual(owner);
  expect(await ownerOf(webhook, false)).toEqual(owner);
});
