import { describe, expect, it } from '@jest/globals';
import { clocksOf, columnsOf } from './columns.js';
import type { Sided } from './sides.js';

const one = (id: string, direction: Sided['direction'], status: Sided['status'], dueOn: string) => ({
  id,
  direction,
  status,
  dueOn,
  offeredBy: 'government' as const,
  steps: [],
});
const all = [
  one('c-1', 'partner-to-government', 'accepted', '2026-12-01'),
  one('c-2', 'partner-to-government', 'reported', '2026-11-01'),
  one('c-3', 'government-to-partner', 'accepted', '2026-11-20'),
  one('c-4', 'government-to-partner', 'confirmed', '2026-10-01'),
  one('c-5', 'partner-to-government', 'offered', '2027-01-01'),
];
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the screen of commitments', () => {
  it('shows what a side owes and is owed, the nearest due date first, apart from what has ended', () => {
    const { owe, owed, ended } = columnsOf(all, 'partner');
    expect(ids(owe)).toEqual(['c-2', 'c-1', 'c-5']);
    expect(ids(owed)).toEqual(['c-3']);
    expect(ids(ended)).toEqual(['c-4']);
    expect(ids(columnsOf(all, 'government').owe)).toEqual(['c-3']);
  });

  it('says with whom the clocks run; what was only offered runs with nobody', () => {
    expect(clocksOf(all, 'partner')).toEqual({ own: 1, other: 2, unanswered: 1 });
    expect(clocksOf(all, 'government')).toEqual({ own: 2, other: 1, unanswered: 1 });
  });
});
