import { describe, expect, it } from '@jest/globals';
import { fakeClock } from './fake-clock.js';
import { seededRandom } from './seeded-random.js';

describe('seeded chance', () => {
  it('is the same for the same seed and another for another', () => {
    const draws = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draws(1)).toEqual(draws(1));
    expect(draws(1)).not.toEqual(draws(2));
  });

  it('spreads over its range and shuffles without loss', () => {
    const random = seededRandom(3);
    const counts = Array<number>(6).fill(0);
    for (let draw = 0; draw < 6000; draw += 1) counts[random.below(6)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
    expect(random.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(() => random.pick([])).toThrow('nothing to pick from');
  });
});

describe('a fake clock', () => {
  it('stands still until it is told to go on', () => {
    const clock = fakeClock('2026-03-01T09:00:00.000Z');
    expect(clock.now()).toBe(clock.now());
    clock.advance({ days: 1, hours: 2, minutes: 3, ms: 4 });
    expect(clock.now()).toBe('2026-03-02T11:03:00.004Z');
    clock.set('2026-01-01T00:00:00.000Z');
    expect(clock.now()).toBe('2026-01-01T00:00:00.000Z');
  });
});
