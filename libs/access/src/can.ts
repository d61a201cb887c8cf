import {
  isHandOf,
  isOfEntity,
  isOwnEntity,
  membershipRoles,
  type Actor,
  type RefusalCode,
  type Role,
} from '@masar/contracts';
import { appointedRoles } from './apart.js';
import type { Reach } from './reach.js';
import { inTeam, isAddressee, isAppointed, isOwnPartner, maySee, memberRole } from './seeing.js';
import type { Subject } from './subject.js';
import { reachOf, rowOf, type Action } from './table.js';

/** Why an answer is what it is, for logs and for the words of a refusal. */
export type Grounds =
  | 'only-account'
  | 'role'
  | 'not-seen'
  | 'out-of-scope'
  | 'no-role'
  | 'not-involved'
  | 'own-entity'
  | 'own-request'
  | 'own-party';

/** `code` is what somebody is refused with: what he may not see does not exist for him, so it is not found. */
export type Decision =
  | { readonly allowed: true; readonly grounds: 'only-account' | 'role' }
  | { readonly allowed: false; readonly grounds: Grounds; readonly code: RefusalCode };

/** Roles of those who do the work. */
const teamRoles: readonly Role[] = membershipRoles.filter((role) => !appointedRoles.includes(role));

const yes = { allowed: true, grounds: 'role' } as const;
const no = (grounds: Grounds, code: RefusalCode): Decision => ({ allowed: false, grounds, code });

const owns = (actor: Actor, subject: Subject): boolean => isOfEntity(actor, subject.owner);

/** Of a delegate: whether he works in the team himself. Who works there judges it in nobody's name. */
const isHandInTeam = ({ user, onBehalfOf }: Actor, subject: Subject): boolean =>
  onBehalfOf !== undefined && teamRoles.some((role) => role === memberRole({ user, roles: [] }, subject));

type Question = (actor: Actor, subject: Subject) => boolean;

const concerns = (actor: Actor, subject: Subject): boolean => isOfEntity(actor, subject.concerns);

const holds: Record<Exclude<Reach, '-'>, Question> = {
  any: () => true,
  self: () => true,
  own: () => true,
  // What each command is about is asked where it is given.
  'by hand': () => true,
  seen: maySee,
  team: inTeam,
  owner: (actor, subject) => owns(actor, subject) || memberRole(actor, subject) === 'lead',
  concerned: concerns,
  appointed: isAppointed,
  side: (actor, subject) =>
    memberRole(actor, subject) !== undefined || owns(actor, subject) || concerns(actor, subject),
  partner: isOwnPartner,
  others: (actor, subject) => !isOwnEntity(actor, subject.owner) && !isHandInTeam(actor, subject),
};

/** A key does what it was made for; what is about oneself everybody may. */
const isInScope = ({ only }: Actor, action: Action): boolean =>
  only === undefined || only.includes(action) || Object.values(rowOf(action).reach).includes('self');

/** Four eyes: what the row says must be somebody else's. */
const brokenEyes = (actor: Actor, action: Action, subject: Subject): Decision | undefined => {
  const { asker, party } = rowOf(action).eyes ?? {};
  if (asker !== undefined && subject.askedBy?.some((user) => isHandOf(actor, user))) return no('own-request', asker);
  if (party !== undefined && isOwnEntity(actor, subject.concerns)) return no('own-party', party);
  return undefined;
};

/** A role that judges the team is given by another right than the others. */
const needed = (action: Action, { gives }: Subject): Action =>
  action === 'initiative.set-members' && gives !== undefined && appointedRoles.includes(gives)
    ? 'initiative.appoint'
    : action;

/**
 * May the actor do this to the subject? Pure. A membership adds its role for that initiative alone.
 * The one administrator holds every role, and may decide the own requests, while no second account exists.
 */
export const can = (actor: Actor, asked: Action, subject: Subject): Decision => {
  if (actor.onlyAccount) return { allowed: true, grounds: 'only-account' };
  if (!isInScope(actor, asked)) return no('out-of-scope', 'access/denied');
  if (subject.audience !== undefined && !maySee(actor, subject)) return no('not-seen', 'stream/not-found');
  const action = needed(asked, subject);
  const given = memberRole(actor, subject);
  const roles: readonly Role[] = given === undefined ? actor.roles : [...actor.roles, given];
  const held = roles.map((role) => reachOf(action, role)).filter((reach) => reach !== '-');
  if (rowOf(action).addressee && isAddressee(actor, subject)) return brokenEyes(actor, action, subject) ?? yes;
  if (held.length === 0) return no('no-role', 'access/denied');
  if (held.some((reach) => holds[reach](actor, subject))) return brokenEyes(actor, action, subject) ?? yes;
  return held.includes('others') ? no('own-entity', 'access/four-eyes') : no('not-involved', 'access/denied');
};

/**
 * The question a guard can ask before the subject is known: is there any initiative for which the answer could be yes?
 * A role may come from a membership, so what members may do, appointed ones too, is decided where the subject is known.
 */
export const mayAsk = (actor: Actor, action: Action): boolean => {
  if (!isInScope(actor, action)) return false;
  if (rowOf(action).addressee && actor.partner === undefined) return true;
  if (actor.onlyAccount || actor.roles.some((role) => reachOf(action, role) !== '-')) return true;
  return actor.partner === undefined && membershipRoles.some((role) => ofSubject.has(reachOf(action, role)));
};

/** Whether a right reaches every subject: asked where what is about the asker alone is told from what is everybody's. */
export const reachesEvery = (actor: Actor, action: Action): boolean =>
  actor.onlyAccount === true ||
  (isInScope(actor, action) && actor.roles.some((role) => reachOf(action, role) === 'any'));

/** Reaches that depend on what the action is about. */
const ofSubject: ReadonlySet<Reach> = new Set(['team', 'owner', 'concerned', 'appointed', 'side', 'others', 'seen']);
