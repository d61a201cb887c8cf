import type { Actor } from '@masar/contracts';
import type { Account } from './account.js';

/** What an account may do, with the place it was given; the one administrator of a house holds every role while nobody else is there. */
export const actorOfAccount = (
  { user, roles, entity, partner }: Pick<Account, 'user' | 'roles' | 'entity' | 'partner'>,
  howMany: number,
): Actor => ({
  user,
  roles,
  ...(entity === undefined ? {} : { entity }),
  ...(partner === undefined ? {} : { partner }),
  ...(howMany === 1 && roles.includes('administrator') ? { onlyAccount: true } : {}),
});

/** Somebody where he belongs today: the successor's, where an entity was succeeded. */
export const placed = (actor: Actor, places: { of(actor: Actor): Pick<Actor, 'entity' | 'predecessors'> }): Actor =>
  actor.entity === undefined ? actor : { ...actor, ...places.of(actor) };
