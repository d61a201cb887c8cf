import { describe, expect, it } from '@jest/globals';
import { knownDayIn } from './known-day-in.js';

describe('the day in the address', () => {
  it('is a day before today, or none', () => {
    expect(knownDayIn('2026-07-10', '2026-11-22')).toBe('2026-07-10');
    expect(knownDayIn('2026-11-22', '2026-11-22')).toBeUndefined();
    expect(knownDayIn('2027-01-01', '2026-11-22')).toBeUndefined();
    expect(knownDayIn('2026-13-45', '2026-11-22')).toBeUndefined();
    expect(knownDayIn('yesterday', '2026-11-22')).toBeUndefined();
    expect(knownDayIn(null, '2026-11-22')).toBeUndefined();
  });
});
