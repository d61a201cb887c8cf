import type { Fact } from '../collect/facts.js';

/** Facts in order of the day they happened on, then of recording: how a state on a day is read. */
export const byDay = <T extends Fact>(facts: readonly T[]): readonly T[] => {
  if (facts.length < 2) return facts;
  return [...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.version - b.version));
};

/** The last in that order of those that count. */
export const lastByDay = <T extends Fact>(facts: readonly T[], counts: (fact: T) => boolean): T | undefined => {
  let last: T | undefined;
  for (const fact of facts) {
    if (!counts(fact)) continue;
    if (!last || fact.on > last.on || (fact.on === last.on && fact.version > last.version)) last = fact;
  }
  return last;
};
