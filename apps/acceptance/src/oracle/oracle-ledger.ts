import type { CommitmentHistory } from './commitments.js';
import { dateOf, dayOf, type DayNumber } from './day-numbers.js';
import { bookDay, type Booking } from './booked-day.js';
import type { HistoryEvent } from './known-history.js';
import { ledgerFacts, type LedgerFacts } from './ledger-facts.js';
import type { OracleRegistry } from './oracle-registry.js';

/** A run of days booked alike, `[from, to)`. */
export interface OracleEntry extends Booking {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly workingDays: number;
}

export interface PartyTotal {
  readonly party: string;
  readonly active: number;
  readonly waiting: number;
  readonly paused: number;
  readonly contested: number;
}

export interface OracleLedger {
  readonly elapsed: number;
  readonly active: number;
  readonly waiting: number;
  readonly paused: number;
  /** Active ÷ (active + waiting); null when there is neither. */
  readonly flowEfficiency: number | null;
  readonly byParty: readonly PartyTotal[];
  readonly entries: readonly OracleEntry[];
  readonly concurrent: readonly OracleEntry[];
}

const keyOf = (booking: Booking): string =>
  [booking.bucket, booking.party, booking.cause, booking.reason, booking.source, booking.because].join('|');

/** Collects days into runs, each run one entry; a day may carry several bookings (concurrent waits). */
const runsOf = (facts: LedgerFacts, days: readonly { day: DayNumber; booking: Booking }[]): readonly OracleEntry[] => {
  const open = new Map<string, { from: DayNumber; to: DayNumber; booking: Booking }>();
  const done: { from: DayNumber; to: DayNumber; booking: Booking }[] = [];
  for (const { day, booking } of days) {
    const run = open.get(keyOf(booking));
    if (run && run.to === day) {
      run.to = day + 1;
      continue;
    }
    const started = { from: day, to: day + 1, booking };
    open.set(keyOf(booking), started);
    done.push(started);
  }
  return done.map(({ from, to, booking }) => ({
    ...booking,
    from: dateOf(from),
    to: dateOf(to),
    days: to - from,
    workingDays: facts.calendars.within(booking.party, facts.owner, from, to),
  }));
};

const totalsByParty = (
  facts: LedgerFacts,
  held: readonly { day: DayNumber; booking: Booking }[],
): readonly PartyTotal[] => {
  const totals = new Map<string, { active: number; waiting: number; paused: number; contested: number }>();
  for (const { day, booking } of held) {
    const total = totals.get(booking.party) ?? { active: 0, waiting: 0, paused: 0, contested: 0 };
    totals.set(booking.party, total);
    total[booking.bucket] += 1;
    const contested = facts.contests.some((c) => c.party === booking.party && c.from <= day && day < c.to);
    if (contested) total.contested += 1;
  }
  return [...totals].map(([party, total]) => ({ party, ...total })).sort((a, b) => (a.party < b.party ? -1 : 1));
};

/** The day ledger of an initiative on a day, as known on a day; `undefined` where nothing is known or nothing has started. */
export const oracleLedger = (
  events: readonly HistoryEvent[],
  registry: OracleRegistry,
  on: string,
  knownOn?: string,
  commitments: readonly CommitmentHistory[] = [],
): OracleLedger | undefined => {
  const facts = ledgerFacts(events, registry, on, knownOn, commitments);
  if (facts?.startedOn === undefined) return undefined;
  const held: { day: DayNumber; booking: Booking }[] = [];
  const concurrent: { day: DayNumber; booking: Booking }[] = [];
  const end = Math.min(dayOf(on), facts.endedOn);
  for (let day = facts.startedOn; day < end; day += 1) {
    const booked = bookDay(facts, day);
    held.push({ day, booking: booked.holder });
    for (const booking of booked.concurrent) concurrent.push({ day, booking });
  }
  const count = (bucket: Booking['bucket']) => held.filter((one) => one.booking.bucket === bucket).length;
  const [active, waiting, paused] = [count('active'), count('waiting'), count('paused')];
  return {
    elapsed: held.length,
    active,
    waiting,
    paused,
    flowEfficiency: active + waiting === 0 ? null : active / (active + waiting),
    byParty: totalsByParty(facts, held),
    entries: runsOf(facts, held),
    concurrent: runsOf(facts, concurrent),
  };
};
