import { describe, expect, it } from '@jest/globals';
import { tornWrite } from './faulty-disk.js';
import { seededRandom } from './seeded-random.js';

describe('a disk cut off between two syncs', () => {
  const before = Buffer.alloc(2048, 'a');
  const after = Buffer.alloc(4096, 'b');

  it('holds old and new sectors, one of them perhaps in part, and ends between the two lengths', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 50; seed += 1) {
      const torn = tornWrite(before, after, seededRandom(seed));
      expect(torn.length).toBeGreaterThanOrEqual(before.length);
      expect(torn.length).toBeLessThanOrEqual(after.length);
      expect(/^[ab\0]*$/.test(torn.toString('latin1'))).toBe(true);
      seen.add(torn.toString('latin1'));
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  it('comes out the same for the same seed, and changes nothing that was not written', () => {
    expect(tornWrite(before, after, seededRandom(7))).toEqual(tornWrite(before, after, seededRandom(7)));
    expect(tornWrite(before, before, seededRandom(7))).toEqual(before);
  });
});
