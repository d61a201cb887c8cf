import type { Status, Step } from './sides.js';

const milliseconds = 86_400_000;
const asDay = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / milliseconds;

/** Days from one date to another, negative when the other is before it. */
export const daysBetween = (from: string, to: string): number => asDay(to) - asDay(from);

/** How a commitment stands to the day it is due. */
export type Due =
  | { readonly sort: 'ahead' | 'late' | 'reported-early' | 'reported-late'; readonly days: number }
  | { readonly sort: 'today' | 'reported-on-time' | 'none' };

interface Dated {
  readonly status: Status;
  readonly dueOn: string;
  readonly steps: readonly Step[];
}

/** What was reported in time is not late while the other side checks it; what was returned is not reported any more. */
export const dueOf = ({ status, dueOn, steps }: Dated, today: string): Due => {
  if (status === 'declined' || status === 'withdrawn') return { sort: 'none' };
  if (status === 'reported' || status === 'confirmed') {
    const reported = steps.findLast(({ step }) => step === 'reported');
    const early = reported ? daysBetween(reported.on, dueOn) : 0;
    if (early === 0) return { sort: 'reported-on-time' };
    return early > 0 ? { sort: 'reported-early', days: early } : { sort: 'reported-late', days: -early };
  }
  const left = daysBetween(today, dueOn);
  if (left === 0) return { sort: 'today' };
  // Before the answer nothing is owed, so that nothing is late.
  if (left < 0 && status === 'offered') return { sort: 'none' };
  return left > 0 ? { sort: 'ahead', days: left } : { sort: 'late', days: -left };
};
