import { describe, expect, it } from '@jest/globals';
import { checkBody } from '@masar/contracts/bodies';
import { cursorAfter, pageOfArray, PageQuery, placeOf, totalOf } from './page.js';

const items = Array.from({ length: 7 }, (_, n) => n);

describe('a page', () => {
  it('leads on to the next one until there is none', () => {
    const first = pageOfArray('list', items, { limit: '3' });
    expect(first).toMatchObject({ items: [0, 1, 2], total: 7 });
    const second = pageOfArray('list', items, { limit: '3', cursor: first.next! });
    const third = pageOfArray('list', items, { limit: '3', cursor: second.next! });
    expect([second.items, third.items, third.next]).toEqual([[3, 4, 5], [6], null]);
  });

  it('counts to ten thousand', () => expect([totalOf(10_000), totalOf(10_001)]).toEqual([10_000, '10000+']));

  it.each(['', 'zzz', cursorAfter('another', '3'), Buffer.from('{}').toString('base64url'), cursorAfter('list', 'x')])(
    'refuses the cursor %j',
    (cursor) => {
      expect(() => pageOfArray('list', items, { cursor })).toThrow('page/cursor-invalid');
    },
  );

  it('knows its place', () => expect(placeOf('list', cursorAfter('list', 'م:7'))).toBe('م:7'));
});

describe('what every list may be asked', () => {
  const faults = (query: object) => checkBody(query, PageQuery).map(({ path }) => path);
  it('takes limit, cursor, atLeast and waitMs', () =>
    expect(faults({ limit: '500', cursor: 'x', atLeast: 'laws/L-7@12', waitMs: '100' })).toEqual([]));
  it.each([
    { limit: '0' },
    { limit: '501' },
    { limit: '1e2' },
    { limit: '-1' },
    { atLeast: 'L-7' },
    { waitMs: 'soon' },
    { page: '2' },
  ])('refuses %j', (query) => {
    expect(faults(query)).toEqual(Object.keys(query));
  });
});
