import type { Actor } from '@masar/access';
import type { Settings } from '@masar/nest-kit';
import type { AccountRecords } from '../sessions/account.js';
import { Accounts } from '../sessions/accounts.js';
import { accountsUrlOf, openAccountRecords } from '../sessions/open-account-records.js';
import { actorOfKeyId } from '../sessions/service-keys.js';
import type { Webhook } from './webhook.js';

/** What the owners of webhooks may do, as the accounts say it now. */
export interface WebhookOwners {
  readonly ownerOf: (webhook: Webhook) => Actor | undefined;
  close(): Promise<void>;
}

const ownersIn = (records: AccountRecords, accounts: Accounts): WebhookOwners['ownerOf'] => {
  return ({ user, key }) => (key === undefined ? accounts.actor(user) : actorOfKeyId(user, key, records.current()));
};

/** Accounts lie beside the truth, so that an instance of reporting reads them where the registry writes them. */
export const openWebhookOwners = async (settings: Settings, local?: Accounts): Promise<WebhookOwners> => {
  if (local) return { ownerOf: ownersIn(local.records, local), close: async () => undefined };
  const records = await openAccountRecords(accountsUrlOf(settings));
  return { ownerOf: ownersIn(records, new Accounts(records)), close: () => records.close() };
};
