import type { IconName } from '../ui/icon.js';
import type { Said } from '../i18n/languages.js';
import type { Session } from './session.js';

/** One entry of the side bar. */
export interface Place {
  readonly to: string;
  readonly icon: IconName;
  readonly name: keyof Said['frame'] & string;
  /** Whose screen it is; whoever may not do what is on it does not see it offered. The server decides in any case. */
  readonly isFor: (session: Session) => boolean;
}

const has =
  (...roles: Session['roles'][number][]) =>
  (session: Session) =>
    session.roles.some((role) => roles.includes(role));
const isPartner = (session: Session) => session.partner !== undefined;
const isOfGovernment = (session: Session) => !isPartner(session);

export const places: readonly Place[] = [
  { to: '/portfolio', icon: 'list', name: 'portfolio', isFor: isOfGovernment },
  { to: '/changes', icon: 'swap', name: 'changes', isFor: isOfGovernment },
  { to: '/inbox', icon: 'check', name: 'inbox', isFor: () => true },
  { to: '/milestones', icon: 'flag', name: 'milestones', isFor: has('member', 'lead', 'focal-point') },
  { to: '/commitments', icon: 'table', name: 'commitments', isFor: () => true },
  {
    to: '/import',
    icon: 'upload',
    name: 'importing',
    isFor: has('administrator', 'integrator', 'auditor', 'lead', 'member'),
  },
  { to: '/administration', icon: 'gear', name: 'administration', isFor: has('administrator', 'auditor') },
];

/** What somebody sees first: a partner comes for the commitments, everybody else for the portfolio. */
export const firstPlaceOf = (session: Session): string => (isPartner(session) ? '/commitments' : '/portfolio');
