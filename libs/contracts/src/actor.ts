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
  /** The person a delegate stands in for: what is that person's own is the delegate's own too. */
  readonly onBehalfOf?: string;
}

/** Whether what a user did is the actor's own doing: his, or that of whom he stands in for. */
export const isHandOf = (actor: Actor, user: string): boolean => actor.user === user || actor.onBehalfOf === user;
