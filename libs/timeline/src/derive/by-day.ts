import type { Fact } from '../collect/facts.js';

/** Facts in order of the day they happened on, then of recording: how a state on a day is read. */
export const byDay = <T extends Fact>(facts: readonly T[]): readonly T[] => {
  if (facts.length < 2) return facts;
  return [...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.version - b.version));
};
