import { describe, expect, it } from '@jest/globals';
import { killedProcess } from '../checks/killed-process.js';

describe('kill -9 in the middle of writes', () => {
  it('loses nothing acknowledged and changes no timeline', async () => {
    const { figures, failures } = await killedProcess.run({ rounds: 3, seed: 5 });
    expect(failures).toEqual([]);
    expect(Number(figures['acknowledged'])).toBeGreaterThan(20);
  }, 240_000);
});
