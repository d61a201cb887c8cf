import {
  isAddressed,
  isOfEntity,
  isOwnEntity,
  membershipRoles,
  principalOf,
  type Actor,
  type Audience,
  type Role,
} from '@masar/contracts';
import { rolesApart } from './apart.js';
import type { Subject } from './subject.js';

/** Whom each audience includes beside the team itself, and why. The team always sees its own work. */
export const audienceRows: Readonly<
  Record<Audience, { readonly roles: readonly Role[]; readonly ar: string; readonly en: string }>
> = {
  portfolio: {
    roles: ['member', 'lead', 'focal-point', 'reviewer', 'independent', 'administrator', 'integrator', 'auditor'],
    ar: 'كل موظفي البرنامج',
    en: 'every official of the programme',
  },
  reviewers: {
    roles: ['reviewer', 'auditor'],
    ar: 'المراجعون والمدققون، مع الفريق',
    en: 'reviewers and auditors, beside the team',
  },
  team: {
    roles: ['auditor'],
    ar: 'الفريق وحده، ومن يدقق؛ ويُضم إليه مراجعه بعضويته',
    en: 'the team alone, and auditors; the reviewer who decides there is made a member',
  },
};

/** Whoever configures decides nowhere, and a partner's people work in no initiative, whatever a membership says. */
const isKeptFrom = ({ roles, partner }: Actor, role: Role): boolean =>
  partner !== undefined || rolesApart(roles, [role]) !== undefined;

/** The role a membership gives; whatever else was written there once gives nothing. A user may be called `constructor`. */
export const memberRole = (actor: Actor, { members }: Subject): Role | undefined => {
  const user = principalOf(actor);
  const written = members && Object.hasOwn(members, user) ? members[user] : undefined;
  const role = membershipRoles.find((known) => known === written);
  return role === undefined || isKeptFrom(actor, role) ? undefined : role;
};

const isOf = (actor: Actor, entities: readonly string[] | undefined): boolean =>
  actor.entity !== undefined && (entities ?? []).some((entity) => isOfEntity(actor, entity));

/** Whether it is of the actor's own partner. */
export const isOwnPartner = ({ partner }: Actor, subject: Subject): boolean =>
  partner !== undefined && subject.partner === partner;

/** Whether something was put to the actor; people of partners are asked nothing here. */
export const isAddressee = (actor: Actor, { addressedTo: to }: Subject): boolean =>
  to !== undefined && actor.partner === undefined && isAddressed(actor, to);

/** Appointed as independent there, and not of those who work there. */
export const isAppointed = (actor: Actor, subject: Subject): boolean => {
  const worksHere = [subject.owner, ...(subject.entities ?? [])].some((entity) => isOwnEntity(actor, entity));
  return memberRole(actor, subject) === 'independent' && !worksHere;
};

/** Who works in an initiative: members, the owner's people, those of entities that act in it. */
export const inTeam = (actor: Actor, subject: Subject): boolean =>
  memberRole(actor, subject) !== undefined || isOfEntity(actor, subject.owner) || isOf(actor, subject.entities);

/**
 * Whether an initiative exists for somebody, and with it each commitment for it. What is booked to an entity its focal point
 * sees, so that it can be contested. For a partner its own commitments exist, and no initiative.
 */
export const maySee = (actor: Actor, subject: Subject): boolean => {
  if (actor.onlyAccount) return true;
  if (actor.partner !== undefined) return isOwnPartner(actor, subject);
  const { roles } = audienceRows[subject.audience ?? 'portfolio'];
  if (actor.roles.some((role) => roles.includes(role))) return true;
  return inTeam(actor, subject) || (actor.roles.includes('focal-point') && isOf(actor, subject.booked));
};
