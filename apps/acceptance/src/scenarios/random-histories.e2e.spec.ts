import { describe, expect, it } from '@jest/globals';
import { ledgerOracle } from '../checks/ledger-oracle.js';

describe('the day ledger of random histories', () => {
  it('agrees with the day-by-day oracle entry by entry', async () => {
    const { figures, failures } = await ledgerOracle.run({ rounds: 12, seed: 1 });
    expect(failures).toEqual([]);
    expect(figures['histories']).toBe(12);
    expect(Number(figures['accepted'])).toBeGreaterThan(200);
    expect(Number(figures['commitments'])).toBeGreaterThan(10);
  }, 240_000);
});
