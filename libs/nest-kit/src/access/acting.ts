import { mayAsk, type Action, type Actor } from '@masar/access';
import { refuse } from '@masar/contracts';

/**
 * Who acts in a request: the person himself where he may, else whom he stands in for and that may; named, that one alone.
 * Which of several has the right to the very thing is looked at again where the thing is known.
 */
export const actingIn = (actor: Actor, action: Action | undefined, named: string | undefined): Actor => {
  if (named !== undefined && named !== actor.user)
    return (
      actor.standsInFor?.find(({ onBehalfOf }) => onBehalfOf === named) ??
      refuse('delegation/not-in-force', { from: named.slice(0, 64) })
    );
  if (action === undefined || actor.standsInFor === undefined || mayAsk(actor, action)) return actor;
  const [first, ...others] = actor.standsInFor.filter((other) => mayAsk(other, action));
  return first ? { ...first, standsInFor: others } : actor;
};
