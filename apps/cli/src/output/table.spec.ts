import { describe, expect, it } from '@jest/globals';
import { tableLines } from './table.js';

describe('a table in a terminal', () => {
  it('is as wide as its widest cell and does not count combining marks', () => {
    expect(
      tableLines(
        ['id', 'title'],
        [
          ['m-1', 'مُحطة'],
          ['m-20', 'x'],
        ],
      ),
    ).toEqual(['id    title', '----  -----', 'm-1   مُحطة', 'm-20  x']);
  });

  it('without rows is its header', () => {
    expect(tableLines(['id'], [])).toEqual(['id', '--']);
  });
});
