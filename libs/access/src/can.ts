import type { Actor, Role } from '@masar/contracts';
import type { Subject } from './subject.js';
import { reachOf, type Action, type Reach } from './table.js';

/** Why an answer is what it is, for logs and for the words of a 403. */
export type Grounds = 'only-account' | 'role' | 'no-role' | 'not-involved' | 'own-entity';
export interface Decision {
  readonly allowed: boolean;
  readonly grounds: Grounds;
}

/** The role a membership gives; a user may be called `constructor`. */
const memberRole = ({ user }: Actor, { members }: Subject): Role | undefined =>
  members && Object.hasOwn(members, user) ? members[user] : undefined;

const inTeam = (actor: Actor, subject: Subject) =>
  memberRole(actor, subject) !== undefined ||
  (actor.entity !== undefined && (subject.owner === actor.entity || (subject.entities ?? []).includes(actor.entity)));

const holds: Record<Exclude<Reach, '-'>, (actor: Actor, subject: Subject) => boolean> = {
  any: () => true,
  team: inTeam,
  owner: (actor, subject) =>
    (actor.entity !== undefined && subject.owner === actor.entity) || memberRole(actor, subject) === 'lead',
  concerned: (actor, subject) => actor.entity !== undefined && subject.concerns === actor.entity,
  others: (actor, subject) => actor.entity === undefined || subject.owner !== actor.entity,
};

/**
 * May the actor do this to the subject? Pure. A membership adds its role for that initiative alone.
 * The one administrator holds every role while no second account exists.
 */
export const can = (actor: Actor, action: Action, subject: Subject): Decision => {
  if (actor.onlyAccount) return { allowed: true, grounds: 'only-account' };
  const given = memberRole(actor, subject);
  const roles: readonly Role[] = given === undefined ? actor.roles : [...actor.roles, given];
  const reaches = roles.map((role) => reachOf(action, role)).filter((reach) => reach !== '-');
  if (reaches.length === 0) return { allowed: false, grounds: 'no-role' };
  if (reaches.some((reach) => holds[reach](actor, subject))) return { allowed: true, grounds: 'role' };
  return { allowed: false, grounds: reaches.includes('others') ? 'own-entity' : 'not-involved' };
};

/**
 * The question a guard can ask before the subject is known: is there any initiative for which the answer could be yes?
 * A role may come from a membership, so what members or leads may do is decided where the subject is known.
 */
export const mayAsk = (actor: Actor, action: Action): boolean =>
  actor.onlyAccount === true ||
  actor.roles.some((role) => reachOf(action, role) !== '-') ||
  reachOf(action, 'member') === 'team' ||
  reachOf(action, 'lead') === 'owner';
