import { mayAsk, type Action, type Grounds } from '@masar/access';
import { Refusal, type RefusalCode } from '@masar/contracts';
import type { GivenMeta } from './command-bus.js';

/** What another person's rights may mend. Four eyes are none of it: a delegate's are two of the four. */
const mendable: ReadonlySet<unknown> = new Set<Grounds>(['no-role', 'not-involved', 'not-seen', 'out-of-scope']);

/** Who is no voice of a party may stand in for somebody who is. */
const mendableCodes: ReadonlySet<RefusalCode> = new Set(['stream/not-found', 'contest/party-has-people']);

const isMendable = (fault: unknown): boolean =>
  fault instanceof Refusal && (mendableCodes.has(fault.code) || mendable.has(fault.details['grounds']));

/**
 * Gives a command in the person's own name, and where that does not have the right, in the name of whom he stands in for,
 * one after the other. Every attempt is decided anew on what the stream holds; the first refusal stands when none may.
 */
export const inWhoseName = async <T>(
  meta: GivenMeta,
  actions: readonly Action[],
  attempt: (meta: GivenMeta) => Promise<T>,
): Promise<T> => {
  const others = (meta.actor.standsInFor ?? []).filter((actor) => actions.every((action) => mayAsk(actor, action)));
  if (others.length === 0) return attempt(meta);
  let refused: unknown;
  for (const actor of [meta.actor, ...others]) {
    try {
      return await attempt({ ...meta, actor });
    } catch (fault) {
      if (!isMendable(fault)) throw fault;
      refused ??= fault;
    }
  }
  throw refused;
};
