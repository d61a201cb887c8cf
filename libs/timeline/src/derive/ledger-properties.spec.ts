import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '@masar/calendar';
import type { LedgerEntry } from '@masar/contracts';
import fc from 'fast-check';
import { factsOf, question, type Minute } from '../testing/history.js';
import { firstDay, lastDay, randomLaw, randomProject } from '../testing/random-history.js';
import { addDays } from '@masar/calendar';
import { deriveTimeline } from './timeline.js';

const anyHistory = fc.oneof(randomProject, randomLaw);
const anyDay = fc.integer({ min: 0, max: daysBetween(firstDay, lastDay) }).map((days) => addDays(firstDay, days));
const read = (minutes: readonly Minute[], on: string) => deriveTimeline(question(factsOf(minutes), on));

const bookings = (entries: readonly LedgerEntry[]): readonly string[] =>
  entries.flatMap(({ from, days, bucket, party, cause, source }) =>
    Array.from({ length: days }, (_, day) => [addDays(from, day), bucket, party, cause, source].join(' ')),
  );

describe('the day ledger, whatever the history', () => {
  it('books every day from start to the reading day or end exactly once', () => {
    fc.assert(
      fc.property(anyHistory, anyDay, (minutes, on) => {
        const { ledger, startedOn, endedOn } = read(minutes, on);
        if (!ledger || startedOn === null) return;
        const end = endedOn ?? on;
        expect(ledger.elapsed).toBe(Math.max(0, daysBetween(startedOn, end)));
        expect(ledger.active + ledger.waiting + ledger.paused).toBe(ledger.elapsed);
        let next = startedOn;
        for (const entry of ledger.entries) {
          expect(entry.from).toBe(next);
          expect(entry.days).toBe(daysBetween(entry.from, entry.to));
          expect(entry.days).toBeGreaterThan(0);
          next = entry.to;
        }
        if (ledger.elapsed > 0) expect(next).toBe(end);
        const byParty = ledger.byParty.reduce((sum, p) => sum + p.active + p.waiting + p.paused, 0);
        expect(byParty).toBe(ledger.elapsed);
        expect(ledger.byCause.reduce((sum, { days }) => sum + days, 0)).toBe(ledger.waiting);
      }),
      { numRuns: 300 },
    );
  });

  it('gives each entry an id of its own', () => {
    fc.assert(
      fc.property(anyHistory, anyDay, (minutes, on) => {
        const { ledger } = read(minutes, on);
        const ids = [...(ledger?.entries ?? []), ...(ledger?.concurrent ?? [])].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });

  it('never rebooks an earlier day as time passes while the owner stays', () => {
    fc.assert(
      fc.property(anyHistory, anyDay, fc.integer({ min: 1, max: 40 }), (minutes, on, further) => {
        fc.pre(!minutes.some(([type]) => type === 'initiative.owner-changed'));
        const early = bookings(read(minutes, on).ledger?.entries ?? []);
        const late = bookings(read(minutes, addDays(on, further)).ledger?.entries ?? []);
        expect(late.slice(0, early.length)).toEqual(early);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in whatever order waits with different beginnings are typed', () => {
    fc.assert(
      fc.property(randomProject, anyDay, (minutes, on) => {
        const begins = minutes.filter(([type]) => type === 'wait.began').map(([, day]) => day);
        fc.pre(new Set(begins).size === begins.length && !minutes.some(([type]) => type === 'entry.corrected'));
        const [registration, ...rest] = minutes as [Minute, ...Minute[]];
        const firstOf = (minute: Minute) => minute[0] === 'wait.began' || minute[0] === 'milestone.planned';
        const typed = (order: readonly Minute[]) => [
          registration,
          ...order.filter(firstOf),
          ...rest.filter((m) => !firstOf(m)),
        ];
        const waitsAfterPlans = rest.filter(firstOf);
        const backwards = [
          ...waitsAfterPlans.filter(([type]) => type !== 'wait.began'),
          ...waitsAfterPlans.filter(([type]) => type === 'wait.began').reverse(),
        ];
        const lines = (order: readonly Minute[]) => bookings(read(typed(order), on).ledger?.entries ?? []);
        expect(lines(backwards)).toEqual(lines(rest));
      }),
      { numRuns: 200 },
    );
  });
});
