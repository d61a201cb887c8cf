import { describe, expect, it } from '@jest/globals';
import { commitmentNext, commitmentSides, commitmentStatuses, commitmentDirections } from '@masar/contracts';
import { daysOf, runningSide, spansOf, turnOf, type Step } from './sides.js';

const steps: readonly Step[] = [
  { step: 'offered', on: '2026-10-16' },
  { step: 'accepted', on: '2026-10-20' },
  { step: 'reported', on: '2026-11-02' },
  { step: 'returned', on: '2026-11-05' },
  { step: 'reported', on: '2026-11-08' },
];

describe('the sides of a commitment', () => {
  it('the clock begins with the acceptance and changes its side at each step', () => {
    expect(spansOf({ direction: 'partner-to-government', steps }, '2026-11-24')).toEqual([
      { side: 'partner', from: '2026-10-20', until: '2026-11-02' },
      { side: 'government', from: '2026-11-02', until: '2026-11-05' },
      { side: 'partner', from: '2026-11-05', until: '2026-11-08' },
      { side: 'government', from: '2026-11-08', until: '2026-11-24' },
    ]);
  });

  it('the clock mirrors where government owes the partner, and stops at the end', () => {
    const confirmed = [...steps.slice(0, 3), { step: 'confirmed' as const, on: '2026-11-06' }];
    expect(spansOf({ direction: 'government-to-partner', steps: confirmed }, '2026-11-24')).toEqual([
      { side: 'government', from: '2026-10-20', until: '2026-11-02' },
      { side: 'partner', from: '2026-11-02', until: '2026-11-06' },
    ]);
    expect(runningSide({ direction: 'government-to-partner', status: 'confirmed' })).toBeUndefined();
  });

  it('before the answer nobody’s clock runs', () => {
    expect(spansOf({ direction: 'partner-to-government', steps: steps.slice(0, 1) }, '2026-11-24')).toEqual([]);
  });

  it('the days of a side are those of who owes or of who receives', () => {
    const clock = { debtor: 16, receiver: 19 };
    expect(daysOf({ direction: 'partner-to-government', clock }, 'partner')).toBe(16);
    expect(daysOf({ direction: 'government-to-partner', clock }, 'partner')).toBe(19);
  });

  it('whose turn it is, is what the interface says', () => {
    for (const direction of commitmentDirections)
      for (const offeredBy of commitmentSides)
        for (const status of commitmentStatuses)
          expect(turnOf({ direction, offeredBy, status })).toBe(commitmentNext({ direction, offeredBy }, status)?.of);
  });
});
