import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { ledger as source } from '../ar/ledger.js';

export const ledger = ({ count, day, number }: Formats): Words<ReturnType<typeof source>> => {
  const days = (n: number) => count(n, { one: '# day', other: '# days' });
  return {
    lead: 'Every day is booked to one party and one cause',
    noLedger: 'No days before work starts.',
    bar: (parts) => `Days by party: ${parts}`,
    barPart: (party, bucket, n) => `${party} ${bucket} ${days(n)}`,
    daysWord: (n) => count(n, { one: 'day', other: 'days' }),
    byParty: 'Days by party',
    byCause: 'Days waiting by cause',
    total: 'Total',
    share: 'Share',
    contested: 'of which contested',
    entries: 'Entries, latest first',
    bookedTo: 'Booked to',
    cause: 'Cause',
    span: 'Span',
    count: 'Days',
    fromTo: (from, to) => `${day(from, 'short')} to ${day(to, 'short')}`,
    fromOn: (from) => `${day(from, 'short')} to today`,
    working: (n) => count(n, { one: '# working day', other: '# working days' }),
    onlyWaits: 'Waits and pauses only',
    everything: 'All entries',
    more: (left) => `Show earlier (${number(left)})`,
    why: 'What this entry rests on',
    source: { recorded: 'recorded', derived: 'derived', ruling: 'by ruling' },
    rule: {
      stage: 'the stage is held by another party',
      commitment: 'a commitment fell due',
      undecided: 'a request undecided for more than five working days',
      'other-party': 'a milestone another party works on',
    },
    statutory: 'a legal period, never counted as delay',
    stale: 'not affirmed for 28 days',
    recordedLate: (n) => `recorded late, ${days(n)}`,
    forMilestone: (title) => `milestone ${title}`,
    concurrent: 'Concurrent waits, whose days are in no sum',
    concurrentEntry: (party, n) => `${days(n)} on ${party}`,
    contest: {
      action: 'Contest',
      title: (party) => `Contest days booked to ${party}`,
      lead: 'The days stay where they are until it is decided, and are marked as contested.',
      from: 'From',
      to: 'Until (not included)',
      reason: 'Why',
      send: 'Contest',
      open: (by, on) => `contested by ${by} on ${day(on)}, not decided`,
      dismissed: (by, on) => `contest of ${by} on ${day(on)} dismissed`,
      ruled: (by, on) => `contest of ${by} on ${day(on)} ended in a ruling`,
      contestedDays: (n) => `${days(n)} of it contested`,
    },
  };
};
