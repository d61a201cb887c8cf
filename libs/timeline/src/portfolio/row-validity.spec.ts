import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween } from '@masar/calendar';
import fc from 'fast-check';
import { factsOf, planned, question, registered } from '../testing/history.js';
import { firstDay, randomLaw, randomProject } from '../testing/random-history.js';
import { portfolioRow, publicRow, withRowAt } from './review.js';

const anyDay = fc.integer({ min: 0, max: 330 }).map((days) => addDays(firstDay, days));

describe('the validity of a portfolio row', () => {
  it('reads on every day before reviewOn as it would be derived on that day', () => {
    fc.assert(
      fc.property(fc.oneof(randomProject, randomLaw), anyDay, (minutes, from) => {
        const facts = factsOf(minutes);
        const row = portfolioRow(question(facts, from));
        const span = row.reviewOn === null ? 60 : Math.min(60, daysBetween(from, row.reviewOn));
        for (let day = 0; day < span; day++) {
          const on = addDays(from, day);
          const derived = portfolioRow(question(facts, on));
          expect(withRowAt(row, on)).toEqual(publicRow(derived));
          expect(derived.milestones).toEqual(row.milestones);
          expect(derived.waits).toEqual(row.waits);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ends on a day on which the row does read otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(randomProject, randomLaw), anyDay, (minutes, from) => {
        const facts = factsOf(minutes);
        const row = portfolioRow(question(facts, from));
        fc.pre(row.reviewOn !== null);
        const on = row.reviewOn as string;
        const derived = portfolioRow(question(facts, on));
        const { reviewOn: _before, ...carried } = withRowAt(row, on);
        const { reviewOn: _after, ...then } = publicRow(derived);
        const all = (item: object, from: typeof row) => ({
          ...item,
          milestones: from.milestones,
          waits: from.waits,
          lapsed: from.pauseLapsedOn,
          growth: from.growth,
        });
        expect(all(then, derived)).not.toEqual(all(carried, row));
      }),
      { numRuns: 60 },
    );
  });

  it('is reviewed on the day on which the wait booked first is as long as the longest', () => {
    const ruled = { from: '2026-01-02', to: '2026-01-18', party: 'entity:education' };
    const facts = factsOf([
      registered({ startedOn: '2026-01-01' }),
      planned('m', { absent: 'not-yet-planned' }, { party: 'entity:finance' }),
      ['ledger.contested', '2026-01-18', { contest: 'x', ...ruled, reason: 'not ours' }],
      ['ledger.contest-decided', '2026-01-19', { contest: 'x', decision: 'ruled', spans: [ruled], reason: 'heard' }],
      ['milestone.started', '2026-01-01', { milestone: 'm' }],
    ]);
    const longest = { party: 'entity:education', days: 16 };
    expect(portfolioRow(question(facts, '2026-02-01'))).toMatchObject({ longestWait: longest, reviewOn: '2026-02-02' });
    expect(portfolioRow(question(facts, '2026-02-02')).longestWait).toEqual({ party: 'entity:finance', days: 16 });
  });

  it('is reviewed on the day a milestone becomes missed', () => {
    const facts = factsOf([registered(), planned('m', '2026-03-05')]);
    expect(portfolioRow(question(facts, '2026-03-01')).reviewOn).toBe('2026-03-12');
    expect(portfolioRow(question(facts, '2026-03-12'))).toMatchObject({ missed: 1, reviewOn: null });
  });
});
