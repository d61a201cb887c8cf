import { actions, rolesApart, type Action } from '@masar/access';
import type { Actor, LocalDate } from '@masar/contracts';
import type { Account, AccountBook, Delegation } from './account.js';
import { isDelegable } from './delegable.js';

const covered = new Map<string, readonly Action[]>();

/** The actions a delegation covers. A batch needs the right of each of its commands: it may always be sent. */
const actionsOf = ({ what }: Delegation): readonly Action[] => {
  const key = what.join(' ');
  const known = covered.get(key);
  if (known) return known;
  const fits = (action: Action) =>
    what.some((one) => one === '*' || one === action || (one.endsWith('.*') && action.startsWith(one.slice(0, -1))));
  const found = actions.filter((action) => action === 'initiative.batch' || (isDelegable(action) && fits(action)));
  if (covered.size >= 1_000) covered.clear();
  covered.set(key, found);
  return found;
};

interface Given {
  readonly from: Account;
  readonly delegation: Delegation;
}

const byDelegate = new WeakMap<AccountBook, ReadonlyMap<string, readonly Given[]>>();

/** What everybody was given, once for each state of the accounts. */
const givenTo = (book: AccountBook, user: string): readonly Given[] => {
  let index = byDelegate.get(book);
  if (!index) {
    const made = new Map<string, Given[]>();
    for (const from of book.accounts.values())
      for (const delegation of Object.values(from.delegations ?? {}))
        if (delegation.endedAt === undefined)
          made.set(delegation.to, [...(made.get(delegation.to) ?? []), { from, delegation }]);
    byDelegate.set(book, (index = made));
  }
  return index.get(user) ?? [];
};

/** What stand-ins lean on: where somebody belongs, and the day there. */
export interface Places {
  of(account: Pick<Account, 'entity' | 'partner'>): Pick<Actor, 'entity' | 'partner' | 'predecessors'>;
  today(account: Pick<Account, 'entity'>): LocalDate;
  zone(account: Pick<Account, 'entity'>): string;
}

export const isInForce = ({ since, until, endedAt }: Delegation, today: LocalDate): boolean =>
  endedAt === undefined && since <= today && today <= until;

/** Of several delegations by one person all hold. */
const merged = (standIns: readonly Actor[]): readonly Actor[] => {
  const byPerson = new Map<string, Actor>();
  for (const one of standIns) {
    const before = byPerson.get(one.onBehalfOf!);
    byPerson.set(one.onBehalfOf!, before ? { ...before, only: [...new Set([...before.only!, ...one.only!])] } : one);
  }
  return [...byPerson.values()];
};

/**
 * In whose name a person may act now. Rights and place are read anew from the account that gave them, so that what its owner
 * loses the delegate loses too; what its owner was given by others does not go on.
 */
export const standInsOf = (actor: Actor, book: AccountBook, places: Places): readonly Actor[] => {
  const given = givenTo(book, actor.user);
  if (given.length === 0) return [];
  const { entity, partner, predecessors } = actor;
  const hand = {
    ...(entity === undefined ? {} : { entity }),
    ...(partner === undefined ? {} : { partner }),
    ...(predecessors === undefined ? {} : { predecessors }),
  };
  const holding = given.filter(
    ({ from, delegation }) =>
      !from.disabled &&
      from.partner === actor.partner &&
      rolesApart(actor.roles, from.roles) === undefined &&
      isInForce(delegation, places.today(from)),
  );
  return merged(
    holding.map(({ from, delegation }) => ({
      user: actor.user,
      roles: from.roles,
      ...places.of(from),
      only: actionsOf(delegation),
      onBehalfOf: from.user,
      hand,
    })),
  );
};
