import { describe, expect, it } from '@jest/globals';
import type { CommitmentStatus } from '@masar/contracts';
import { commitmentClock } from './commitment-clock.js';

const steps = (...given: readonly (readonly [CommitmentStatus, string])[]) => given.map(([step, on]) => ({ step, on }));
/** To a partner: offered, accepted, reported, returned, reported again, confirmed. */
const story = steps(
  ['offered', '2026-03-01'],
  ['accepted', '2026-03-04'],
  ['reported', '2026-04-08'],
  ['returned', '2026-04-20'],
  ['reported', '2026-04-26'],
  ['confirmed', '2026-05-11'],
);

describe('the clocks of a commitment', () => {
  it('pass from side to side and stop when it is confirmed', () => {
    expect(commitmentClock(story, '2026-05-11')).toEqual({ offered: 3, debtor: 41, receiver: 27 });
    expect(commitmentClock(story, '2027-01-01')).toEqual({ offered: 3, debtor: 41, receiver: 27 });
  });

  it.each([
    ['2026-02-28', { offered: 0, debtor: 0, receiver: 0 }],
    ['2026-03-01', { offered: 0, debtor: 0, receiver: 0 }],
    ['2026-03-03', { offered: 2, debtor: 0, receiver: 0 }],
    ['2026-04-08', { offered: 3, debtor: 35, receiver: 0 }],
    ['2026-04-10', { offered: 3, debtor: 35, receiver: 2 }],
    ['2026-04-23', { offered: 3, debtor: 38, receiver: 12 }],
  ])('read on %s: that day itself is not yet counted', (on, clock) =>
    expect(commitmentClock(story, on)).toEqual(clock),
  );

  it('worked example 8: accepted 1 April, reported 6 May, confirmed 20 May', () =>
    expect(
      commitmentClock(
        steps(
          ['offered', '2026-04-01'],
          ['accepted', '2026-04-01'],
          ['reported', '2026-05-06'],
          ['confirmed', '2026-05-20'],
        ),
        '2026-06-01',
      ),
    ).toEqual({ offered: 0, debtor: 35, receiver: 14 }));

  it('of an offer that was declined or taken back have not begun', () => {
    const declined = steps(['offered', '2026-03-01'], ['declined', '2026-03-04']);
    expect(commitmentClock(declined, '2026-06-01')).toEqual({ offered: 3, debtor: 0, receiver: 0 });
  });

  it('stop when it is given up', () => {
    const given = steps(['offered', '2026-03-01'], ['accepted', '2026-03-01'], ['withdrawn', '2026-03-11']);
    expect(commitmentClock(given, '2026-06-01')).toEqual({ offered: 0, debtor: 10, receiver: 0 });
  });
});
