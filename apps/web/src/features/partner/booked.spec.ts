import { describe, expect, it } from '@jest/globals';
import { bookedOf } from './booked.js';

const entry = (from: string, to: string) => ({ from, to, days: 2, contest: null });
const commitment = (
  id: string,
  initiative: string,
  dueOn: string,
  acceptedOn: string,
  booked: ReturnType<typeof entry>[],
) => ({
  id,
  initiative,
  partner: 'n-1',
  dueOn,
  direction: 'partner-to-government' as const,
  steps: [
    { step: 'offered' as const, on: acceptedOn },
    { step: 'accepted' as const, on: acceptedOn },
  ],
  for: { booked },
});
const booked = [entry('2026-10-13', '2026-10-15'), entry('2026-11-05', '2026-11-12')];

describe('days booked to a partner', () => {
  it('are listed once where two commitments are for one initiative, the latest first', () => {
    const one = commitment('c-1', 'projects/P-1', '2026-10-13', '2026-09-01', booked);
    const other = commitment('c-2', 'laws/L-7', '2026-10-01', '2026-09-01', [entry('2026-10-20', '2026-10-22')]);
    expect(bookedOf([one, one, other]).map(({ from, initiative }) => [from, initiative])).toEqual([
      ['2026-11-05', 'projects/P-1'],
      ['2026-10-20', 'laws/L-7'],
      ['2026-10-13', 'projects/P-1'],
    ]);
  });

  it('are named by the commitment whose clock was with the partner and whose day had come', () => {
    const later = commitment('c-1', 'projects/P-1', '2027-02-15', '2026-11-01', booked);
    const held = commitment('c-2', 'projects/P-1', '2026-10-22', '2026-09-01', booked);
    expect(bookedOf([later, held]).map((one) => one.held?.id)).toEqual(['c-2', undefined]);
  });
});
