import { describe, expect, it } from '@jest/globals';
import { emptyScoped, isWhole, scopeBody, scopedOf } from './scope.js';

const stated = [
  { entity: 'health', dueOn: '2026-12-01', obligations: ['a form', 'a counter'] },
  { entity: 'land', dueOn: '2027-01-01' },
];

describe('a scope that is stated anew', () => {
  it('begins as it was stated last, and says the same when nothing is changed', () => {
    expect(scopeBody('2026-11-22', scopedOf(stated))).toEqual({ on: '2026-11-22', entities: stated });
  });
  it('leaves out empty lines', () => {
    expect(
      scopeBody('2026-11-22', [{ ...emptyScoped, entity: 'land', dueOn: '2027-01-01', obligations: ' \n x \n' }]),
    ).toEqual({ on: '2026-11-22', entities: [{ entity: 'land', dueOn: '2027-01-01', obligations: ['x'] }] });
  });
  it('is whole when each entity stands in it once, with a day', () => {
    expect(isWhole([])).toBe(true);
    expect(isWhole(scopedOf(stated))).toBe(true);
    expect(isWhole([...scopedOf(stated), emptyScoped])).toBe(false);
    expect(isWhole([...scopedOf(stated), ...scopedOf(stated)])).toBe(false);
  });
});
