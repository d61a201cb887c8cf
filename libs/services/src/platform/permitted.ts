import { can, maySee, type Action, type Actor, type Subject } from '@masar/access';
import { Refusal, refuse, type StreamName } from '@masar/contracts';

/** Refuses what `access` does not allow, by the code the table names. What one may not see answers as what is not there. */
export const requirePermitted = (actor: Actor, action: Action, stream: StreamName, subject: Subject): void => {
  const decision = can(actor, action, subject);
  if (decision.allowed) return;
  if (decision.grounds === 'not-seen') refuse(decision.code, { stream });
  throw new Refusal(decision.code, { action, grounds: decision.grounds });
};

/** Refuses `stream/not-found` for what the actor may not see, with the same words as for what is not there. */
export const requireSeen = (actor: Actor, stream: StreamName, subject: Subject): void => {
  if (subject.audience !== undefined && !maySee(actor, subject)) refuse('stream/not-found', { stream });
};
