import type { Role } from '@masar/contracts';
import type { Whose } from './cast.js';

/** What must come of a request: done, refused in so many words, or the answer of what is not there. */
export type Verdict = 'accepted' | 'refused' | 'nothing';

/** What the page of rights says of one cell, read against what the examples set up. */
export interface Cell {
  /** The sign in the table; '' where the role has no such right. */
  readonly reach: string;
  readonly role: Role;
  readonly whose: Whose;
  /** What the role reaches that a person made a member has by himself. */
  readonly beside: string;
  /** Looks at records of one person alone (a session, a bookmark): another's are not there. */
  readonly isPersonal: boolean;
}

/** Nobody of the people looked at is in the team of a hidden initiative; of officials outside only auditors see it. */
const sees = ({ role, whose }: Cell): boolean => {
  if (role === 'partner') return whose === 'own';
  return whose !== 'hidden' || role === 'auditor';
};

/** Whether a reach takes in a record: the examples' own ones are of the person's entity (or partner), and concern it. */
const includes: Readonly<Record<string, (cell: Cell) => boolean>> = {
  any: () => true,
  seen: sees,
  self: ({ whose }) => whose === 'own',
  // What is not the person's to do by hand is what a source decided.
  'by hand': ({ whose }) => whose === 'own',
  own: ({ whose }) => whose === 'own',
  team: ({ whose }) => whose === 'own',
  owner: ({ whose }) => whose === 'own',
  concerned: ({ whose }) => whose === 'own',
  side: ({ whose }) => whose === 'own',
  partner: ({ whose }) => whose === 'own',
  others: ({ whose }) => whose !== 'own',
  // Nobody who is looked at by the own role was appointed anywhere.
  appointed: () => false,
};

/** "A membership of an initiative gives its role in that initiative alone": the person is in the team, of no entity. */
const joinedFor: ReadonlySet<string> = new Set(['any', 'seen', 'team', 'side', 'others']);
const verdictOfJoined = ({ reach, role, beside }: Cell): Verdict => {
  const given =
    joinedFor.has(reach) || (reach === 'owner' && role === 'lead') || (reach === 'appointed' && role === 'independent');
  return given || beside === 'any' || beside === 'seen' ? 'accepted' : 'refused';
};

/** How the page reads for one cell: written from its words, and not from the code that decides. */
export const verdictOf = (cell: Cell): Verdict => {
  const { reach, role, whose, isPersonal } = cell;
  if (whose === 'joined') return verdictOfJoined(cell);
  if (reach === '') return role === 'partner' || !sees(cell) ? 'nothing' : 'refused';
  const reading = includes[reach];
  if (!reading) throw new Error(`no reading of the reach ${reach}`);
  if (isPersonal && whose !== 'own' && reach !== 'any') return 'nothing';
  if (whose === 'hidden' && !sees(cell)) return 'nothing';
  return reading(cell) ? 'accepted' : role === 'partner' ? 'nothing' : 'refused';
};
