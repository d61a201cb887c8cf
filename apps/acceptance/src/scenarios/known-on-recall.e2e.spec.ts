import { describe, expect, it } from '@jest/globals';
import { knownOnRecall } from '../checks/known-on-recall.js';

describe('what was known on a day', () => {
  it('is answered byte for byte sixty days later, and after rebuild', async () => {
    const { figures, failures } = await knownOnRecall.run({ rounds: 60, seed: 11 });
    expect(failures).toEqual([]);
    expect(figures['days']).toBe(60);
  }, 240_000);
});
