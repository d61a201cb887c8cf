import type { Role } from '@masar/contracts';

/** Roles that judge the team: given by `initiative.appoint`, never by the team, and to nobody who configures. */
export const appointedRoles: readonly Role[] = ['reviewer', 'independent'];

/** Of roles that come together in one pair of hands, the one that judges, where the other configures: the two are kept apart. */
export const rolesApart = (own: readonly Role[], lent: readonly Role[]): Role | undefined => {
  const judging = (one: readonly Role[], two: readonly Role[]) =>
    one.includes('administrator') ? appointedRoles.find((role) => two.includes(role)) : undefined;
  return judging(own, lent) ?? judging(lent, own);
};
