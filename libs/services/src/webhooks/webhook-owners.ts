import type { Actor } from '@masar/access';
import type { Settings } from '@masar/nest-kit';
import type { AccountRecords } from '../sessions/account.js';
import { Accounts } from '../sessions/accounts.js';
import { placed } from '../sessions/actor-of-account.js';
import { accountsUrlOf, openAccountRecords } from '../sessions/open-account-records.js';
import type { PlaceOfPeople } from '../sessions/place-of-people.js';
import { actorOfKeyId } from '../sessions/service-keys.js';
import type { Webhook } from './webhook.js';

/** What the owners of webhooks may do, where they belong today. */
export interface WebhookOwners {
  /** As the accounts were read last; `anew`: as they are now, wherever they were changed. */
  readonly ownerOf: (webhook: Webhook, anew: boolean) => Promise<Actor | undefined>;
  close(): Promise<void>;
}

type Places = Pick<PlaceOfPeople, 'of'>;

/** Owners among accounts that several processes change. */
export const ownersIn =
  (
    records: Pick<AccountRecords, 'current' | 'refresh'>,
    accounts: Accounts,
    places: Places,
  ): WebhookOwners['ownerOf'] =>
  async ({ user, key }, anew) => {
    if (anew) await records.refresh();
    const owner = key === undefined ? accounts.actor(user) : actorOfKeyId(user, key, records.current());
    return owner && placed(owner, places);
  };

/** Accounts lie beside the truth, so that an instance of reporting reads them where the registry writes them. */
export const openWebhookOwners = async (
  settings: Settings,
  places: Places,
  local?: Accounts,
): Promise<WebhookOwners> => {
  if (local) return { ownerOf: ownersIn(local.records, local, places), close: async () => undefined };
  const records = await openAccountRecords(accountsUrlOf(settings));
  return { ownerOf: ownersIn(records, new Accounts(records), places), close: () => records.close() };
};
