import { constitutionalParties, entityOfParty } from './scalars.js';
import type { Role } from './vocabulary.js';

/** Who gives a command or asks a question: taken from the session, never from a body. */
export interface Actor {
  readonly user: string;
  readonly roles: readonly Role[];
  /** Entity id of an official; absent for the cabinet office and for partners. */
  readonly entity?: string;
  readonly partner?: string;
  /** While no second account exists the one administrator holds every role and may decide its own requests (definitions §11). */
  readonly onlyAccount?: boolean;
  /** A key that may do no more than these actions, whatever its account may. */
  readonly only?: readonly string[];
  /** Entities whose place the own one has taken: what is theirs is its own now. */
  readonly predecessors?: readonly string[];
  /** The person a delegate stands in for: roles and place are that person's, and what is that person's own is the delegate's own too. */
  readonly onBehalfOf?: string;
  /** Where a delegate belongs himself: what is of that place is his own in another's name too. */
  readonly hand?: Place;
  /** In whose name the person may act at this moment, and with which rights. */
  readonly standsInFor?: readonly Actor[];
}

/** Where somebody belongs. */
export type Place = Pick<Actor, 'entity' | 'partner' | 'predecessors'>;

/** Whether what a user did is the actor's own doing: his, or that of whom he stands in for. */
export const isHandOf = (actor: Actor, user: string): boolean => actor.user === user || actor.onBehalfOf === user;

/** Whose rights an actor uses: the own, or those of whom he stands in for. */
export const principalOf = ({ user, onBehalfOf }: Actor): string => onBehalfOf ?? user;

/** Whether somebody works for an entity: the own one, or one whose place the own has taken. */
export const isOfEntity = ({ entity, predecessors }: Place, other: string | undefined): boolean =>
  other !== undefined && (entity === other || predecessors?.includes(other) === true);

/** Whether an entity is the actor's own, or the own of whom he stands in for: four eyes look at both. */
export const isOwnEntity = (actor: Actor, other: string | undefined): boolean =>
  isOfEntity(actor, other) || (actor.hand !== undefined && isOfEntity(actor.hand, other));

/**
 * Whether something put to `to` (a user, `entity:<id>` or a body of the constitution) is for the actor to answer: the person,
 * a focal point of the entity, a reviewer for the cabinet. A body is nobody's name, whatever an account is called.
 */
export const isAddressed = (actor: Actor, to: string): boolean => {
  if (to === 'cabinet') return actor.roles.includes('reviewer');
  const entity = entityOfParty(to);
  if (entity !== undefined) return isOfEntity(actor, entity) && actor.roles.includes('focal-point');
  return isHandOf(actor, to) && !constitutionalParties.some((body) => body === to);
};
