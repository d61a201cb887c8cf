import { describe, expect, it } from '@jest/globals';
import { daysBetween, dueOf } from './due.js';

const dated = (status: Parameters<typeof dueOf>[0]['status'], reportedOn?: string) => ({
  status,
  dueOn: '2026-11-10',
  steps: [
    { step: 'accepted' as const, on: '2026-10-20' },
    ...(reportedOn === undefined ? [] : [{ step: 'reported' as const, on: reportedOn }]),
  ],
});

describe('how a commitment stands to its day', () => {
  it('counts the days to it, and after it', () => {
    expect(dueOf(dated('accepted'), '2026-11-05')).toEqual({ sort: 'ahead', days: 5 });
    expect(dueOf(dated('accepted'), '2026-11-10')).toEqual({ sort: 'today' });
    expect(dueOf(dated('returned', '2026-11-08'), '2026-11-19')).toEqual({ sort: 'late', days: 9 });
  });

  it('what was reported in time is not late while the other side checks it', () => {
    expect(dueOf(dated('reported', '2026-11-08'), '2026-12-30')).toEqual({ sort: 'reported-early', days: 2 });
    expect(dueOf(dated('confirmed', '2026-11-10'), '2026-12-30')).toEqual({ sort: 'reported-on-time' });
    expect(dueOf(dated('reported', '2026-11-13'), '2026-12-30')).toEqual({ sort: 'reported-late', days: 3 });
  });

  it('what nobody accepted is never late', () => {
    expect(dueOf(dated('offered'), '2026-12-30')).toEqual({ sort: 'none' });
    expect(dueOf(dated('withdrawn'), '2026-11-01')).toEqual({ sort: 'none' });
  });

  it('days are counted across months and leap days', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
});
