import { describe, expect, it } from '@jest/globals';
import { began, entered, factsOf, question, registered, registeredLaw, typedOn } from '../testing/history.js';
import { bookedDays } from './booked-days.js';
import { dateOf } from './date-of.js';

describe('the ledger as contests lean on it', () => {
  it('a recorded entry is contestable from its recording, a derived one from its last day booked', () => {
    const late = typedOn(began('w', '2026-02-05', 'entity:land'), '2026-02-10');
    expect(bookedDays(question(factsOf([registered(), late]), '2026-02-20'))).toEqual([
      {
        from: '2026-02-01',
        to: '2026-02-05',
        party: 'entity:education',
        bucket: 'active',
        contestableFrom: '2026-02-04',
      },
      { from: '2026-02-05', to: '2026-02-20', party: 'entity:land', bucket: 'waiting', contestableFrom: '2026-02-10' },
    ]);
  });
});

describe('the day of a reference', () => {
  const law = question(factsOf([registeredLaw(), entered('committee', '2026-02-05')], 'laws/L-1'), '2026-03-01');
  it('is when a stage was entered, or nothing yet', () => {
    expect(dateOf(law, 'laws/L-1/stages/committee')).toBe('2026-02-05');
    expect(dateOf(law, 'laws/L-1/stages/plenary')).toBeUndefined();
    expect(dateOf(law, 'start')).toBe('2026-02-05');
  });
});
