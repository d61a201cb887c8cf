import { describe, expect, it } from '@jest/globals';
import { around, summaryOf } from './summary.js';

const fault = (row: number, blocking = true) => ({ row, column: 'a', value: '', code: '', message: '', blocking });

describe('how a file stands', () => {
  it('counts rows once, notices apart, and no row for what the whole file lacks', () => {
    const faults = [fault(14), fault(14), fault(37), fault(0), fault(1), fault(52, false)];
    const counted = { faultCount: 5, noticeCount: 1 };
    expect(summaryOf({ rows: 138, faults, ...counted })).toEqual({ rows: 138, faulty: 2, faults: 5, notices: 1 });
  });

  it('counts what the list leaves out, and says nothing of how many rows it is in', () => {
    const faults = [fault(14), fault(37)];
    const summary = summaryOf({ rows: 5_000, faults, faultCount: 2_400, noticeCount: 7 });
    expect(summary).toEqual({ rows: 5_000, faulty: 0, faults: 2_400, notices: 7 });
  });

  it('shows the rows around a fault, within the file', () => {
    expect(around(14, 100)).toEqual([12, 13, 14, 15, 16]);
    expect(around(1, 3)).toEqual([1, 2]);
    expect(around(5, 9, 4)).toEqual([4, 5, 6, 7]);
    expect(around(2, 2)).toEqual([1]);
  });
});
