import { describe, expect, it } from '@jest/globals';
import { Buckets } from './bucket.js';

describe('an allowance', () => {
  const takeAll = (buckets: Buckets, key: string, now: number) => {
    let taken = 0;
    while (buckets.take(key, now) === 0) taken += 1;
    return taken;
  };

  it('gives so many at once, then so many a second, to each key by itself', () => {
    const buckets = new Buckets({ perSecond: 2, atOnce: 5 });
    expect(takeAll(buckets, 'a', 0)).toBe(5);
    expect(takeAll(buckets, 'a', 1_000)).toBe(2);
    expect(takeAll(buckets, 'b', 1_000)).toBe(5);
    expect(takeAll(buckets, 'a', 3_600_000)).toBe(5);
  });

  it('says how long to wait', () => {
    const buckets = new Buckets({ perSecond: 0.25, atOnce: 1 });
    expect([buckets.take('a', 0), buckets.take('a', 0), buckets.take('a', 2_000), buckets.take('a', 4_000)]).toEqual([
      0, 4, 2, 0,
    ]);
  });

  it('holds no more keys than it may', () => {
    const buckets = new Buckets({ perSecond: 1, atOnce: 1 });
    for (let n = 0; n < 20_000; n += 1) expect(buckets.take(`k-${n}`, 0)).toBe(0);
    expect(buckets.take('k-19999', 0)).toBe(1);
    expect(buckets.take('k-0', 0)).toBe(0);
  });
});
