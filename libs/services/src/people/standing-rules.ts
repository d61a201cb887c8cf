import { rolesApart } from '@masar/access';
import { refuse, type Role } from '@masar/contracts';
import type { Account } from '../sessions/account.js';

/** What is asked of a person's roles and place. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
}

/** Roles whose rights are those of an entity. */
const ofEntity: readonly Role[] = ['focal-point'];

/**
 * Refuses roles that do not go together: who configures decides nothing, who judges reports nothing for a partner, and a
 * partner's people have no other role.
 */
export const requireSoundStanding = ({ roles, entity, partner }: Standing): void => {
  if (roles.includes('partner') && (roles.length > 1 || partner === undefined || entity !== undefined))
    refuse('account/place', { role: 'partner', needs: 'partner' }, 'partner');
  if (!roles.includes('partner') && partner !== undefined)
    refuse('account/place', { role: roles.join(', '), needs: 'entity' }, 'partner');
  const placeless = roles.find((role) => ofEntity.includes(role));
  if (placeless && entity === undefined) refuse('account/place', { role: placeless, needs: 'entity' }, 'entity');
  const other = rolesApart(roles, roles);
  if (other) refuse('account/roles-apart', { one: 'administrator', other }, 'roles');
};

/** Whether an account can give rights to others. */
export const isAdministrator = ({ roles, disabled }: Account): boolean => !disabled && roles.includes('administrator');

/** Refuses to take away the last account that can give rights to anybody. */
export const requireAnotherAdministrator = (accounts: readonly Account[], { user }: Account): void => {
  if (!accounts.some((account) => account.user !== user && isAdministrator(account)))
    refuse('account/last-administrator', { user });
};
