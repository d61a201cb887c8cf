import { debtorOf, isOver, runningSide, type Side, type Sided } from './sides.js';

const oldestDue = <C extends { readonly dueOn: string }>(a: C, b: C): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;

/** The columns of the screen as one side reads it: what it owes, what it is owed, and what has ended. */
export const columnsOf = <C extends Sided & { readonly dueOn: string }>(all: readonly C[], side: Side) => {
  const running = all.filter((one) => !isOver(one));
  const of = (debtor: boolean) => running.filter((one) => (debtorOf(one) === side) === debtor).sort(oldestDue);
  return { owe: of(true), owed: of(false), ended: all.filter(isOver).sort((a, b) => oldestDue(b, a)) };
};

/** What the sentence of the screen is made of: on how many the clock is with either side, and how many wait for an answer. */
export const clocksOf = (all: readonly Sided[], side: Side) => ({
  own: all.filter((one) => runningSide(one) === side).length,
  other: all.filter((one) => ![undefined, side].includes(runningSide(one))).length,
  unanswered: all.filter(({ status }) => status === 'offered').length,
});
