import { rowOf, type Action } from '@masar/access';

/** Who keeps accounts answers for it in person: nobody gives rights by a right that was lent. */
const personal = ['person.', 'service-account.', 'delegation.'] as const;

/** Whether a right may be lent: not what is about oneself, and not what gives rights to others. */
export const isDelegable = (action: Action): boolean =>
  !personal.some((family) => action.startsWith(family)) && !Object.values(rowOf(action).reach).includes('self');
