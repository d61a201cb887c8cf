import type { Fact } from '../collect/facts.js';

/** Lists of facts are never changed in place: a list is ordered once for as long as somebody holds it. */
const ordered = new WeakMap<readonly Fact[], readonly Fact[]>();

const inOrder = <T extends Fact>(facts: readonly T[]): readonly T[] =>
  [...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.version - b.version));

/** Facts in order of the day they happened on, then of recording: how a state on a day is read. */
export const byDay = <T extends Fact>(facts: readonly T[]): readonly T[] => {
  if (facts.length < 2) return facts;
  const known = ordered.get(facts) as readonly T[] | undefined;
  if (known) return known;
  const made = inOrder(facts);
  ordered.set(facts, made);
  return made;
};
