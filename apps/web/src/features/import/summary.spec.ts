import { describe, expect, it } from '@jest/globals';
import { around, summaryOf } from './summary.js';

const fault = (row: number, blocking = true) => ({ row, column: 'a', value: '', code: '', message: '', blocking });

describe('how a file stands', () => {
  it('counts rows once, notices apart, and no row for what the whole file lacks', () => {
    const faults = [fault(14), fault(14), fault(37), fault(0), fault(1), fault(52, false)];
    expect(summaryOf({ rows: 138, faults })).toEqual({ rows: 138, faulty: 2, faults: 5, notices: 1 });
  });

  it('shows the rows around a fault, within the file', () => {
    expect(around(14, 100)).toEqual([12, 13, 14, 15, 16]);
    expect(around(1, 3)).toEqual([1, 2]);
    expect(around(5, 9, 4)).toEqual([4, 5, 6, 7]);
    expect(around(2, 2)).toEqual([1]);
  });
});
