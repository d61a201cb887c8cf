import type { Session } from '../../../app/session.js';

type Reader = Pick<Session, 'roles' | 'onlyAccount'>;
const hasOneOf =
  (...roles: Session['roles'][number][]) =>
  (reader: Reader): boolean =>
    reader.onlyAccount || reader.roles.some((role) => roles.includes(role));

/** To whom rating is offered; over this very initiative the server decides, and says why not. */
export const mayRate = hasOneOf('member', 'lead', 'reviewer', 'independent');
export const mayWrite = hasOneOf('member', 'lead', 'focal-point', 'reviewer', 'independent');
