import type { Speaker } from '@masar/access';
import { entityOfParty, isOfEntity, type Party, type Place } from '@masar/contracts';
import type { Asking, KnownPeople } from '../platform/known-people.js';
import type { AccountRecords } from '../sessions/account.js';
import type { Places } from '../sessions/stand-ins.js';

const isOf = (place: Place, party: Party): boolean =>
  isOfEntity(place, entityOfParty(party)) || (place.partner !== undefined && party === `partner:${place.partner}`);

/** Answers from the accounts, where they are kept; looked at anew, since somebody may have been invited beside another registry. */
export class PeopleOnRecord implements KnownPeople {
  constructor(
    private readonly records: AccountRecords,
    private readonly places: Places,
  ) {}

  async peopleOf(party: Party, _asking?: Asking, user?: string): Promise<readonly Speaker[]> {
    await this.records.refresh();
    const { accounts } = this.records.current();
    const one = user === undefined ? undefined : accounts.get(user);
    const kinds = new Map<string, Speaker>();
    for (const account of user === undefined ? accounts.values() : one ? [one] : []) {
      const place = this.places.of(account);
      if (account.disabled || account.keys !== undefined || !isOf(place, party)) continue;
      const roles = [...account.roles].sort();
      const kind = { roles, ...place };
      kinds.set(JSON.stringify(kind), kind);
    }
    return [...kinds.values()];
  }

  async mayJoin(user: string): Promise<boolean> {
    await this.records.refresh();
    const account = this.records.current().accounts.get(user);
    if (!account) return true;
    return !account.disabled && account.keys === undefined && account.partner === undefined;
  }
}
