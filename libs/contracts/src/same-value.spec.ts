import { describe, expect, it } from '@jest/globals';
import { sameValue } from './same-value.js';

describe('two values say the same', () => {
  it.each([
    [
      { after: 'm-1', days: 5 },
      { days: 5, after: 'm-1' },
    ],
    [{ ar: 'جسر', en: undefined }, { ar: 'جسر' }],
    [
      [{ a: 1 }, null],
      [{ a: 1 }, null],
    ],
  ])('%j and %j', (a, b) => {
    expect(sameValue(a, b)).toBe(true);
    expect(sameValue(b, a)).toBe(true);
  });

  it.each([
    [{ after: 'm-1', days: 5 }, '2026-03-01'],
    [{}, { constructor: 'an id like any other' }],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [[], {}],
    [null, {}],
  ])('but not %j and %j', (a, b) => {
    expect(sameValue(a, b)).toBe(false);
    expect(sameValue(b, a)).toBe(false);
  });
});
