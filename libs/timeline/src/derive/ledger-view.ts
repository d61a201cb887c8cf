import { fromEpochDay } from '@masar/calendar';
import type { Ledger, LedgerEntry, Position, WaitCause } from '@masar/contracts';
import { contestedDays, contestsOf, contestView } from './contested.js';
import { bookedBy, type BookedSpan, type DayBook } from './day-ledger.js';
import { bucketOf, sumsOf } from './ledger-sums.js';
import type { Reading } from './reading-shapes.js';
import { positionIn } from './reading.js';
import { isStale, recordedLate, waitsOn, type WaitReading } from './recorded-waits.js';
import { forever } from './spans.js';
import type { ShowParty } from './sovereign.js';

export const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** What the owner's own days rest on: the start, and how the initiative came to this owner. */
const ownersVersions = (reading: Reading, span: BookedSpan): readonly number[] => {
  const taken = reading.facts.owners.filter((owner) => owner.on <= fromEpochDay(span.from)).at(-1);
  return [reading.startVersion, ...(taken ? [taken.version] : [])];
};

/** The events an entry rests on, corrections of them included, in order of their stream. */
const because = (reading: Reading, span: BookedSpan): Position[] => {
  const { claim } = span;
  const versions = new Set(claim?.because ?? ownersVersions(reading, span));
  const stream = claim?.stream;
  if (stream !== undefined) return [...versions].map((version): Position => `${stream}@${version}`);
  for (const correction of reading.facts.corrections) {
    if (versions.has(correction.corrects)) versions.add(correction.version);
  }
  return [...versions].sort((a, b) => a - b).map((version) => positionIn(reading, version));
};

/** An active day is derived: nobody has to type it. A pause was granted on record. */
const sourceOf = ({ claim }: BookedSpan): LedgerEntry['source'] =>
  !claim ? 'derived' : claim.source === 'paused' ? 'recorded' : claim.source;

const marks = (reading: Reading, wait: WaitReading | undefined): Pick<LedgerEntry, 'stale' | 'recordedLate'> => {
  if (!wait) return {};
  const late = recordedLate(reading, wait);
  return { ...(isStale(reading, wait) && { stale: true }), ...(late !== undefined && { recordedLate: late }) };
};

const entriesOf = (reading: Reading, spans: readonly BookedSpan[], show: ShowParty, isHeld: boolean): LedgerEntry[] => {
  const contests = contestsOf(reading);
  const waits = new Map(waitsOn(reading).map((wait) => [wait.fact.id, wait]));
  return spans.map((span) => {
    const { claim, from, to, party, cause } = span;
    const contested = isHeld ? contestedDays(contests, span) : 0;
    return {
      id: `${claim?.id ?? 'active'}:${fromEpochDay(from)}`,
      from: fromEpochDay(from),
      to: fromEpochDay(to),
      days: to - from,
      workingDays: reading.calendars.of(party).within(from, to),
      bucket: bucketOf(span),
      party: show(party),
      cause,
      reason: claim?.reason ?? null,
      source: sourceOf(span),
      because: because(reading, span),
      contest: isHeld ? contestView(contests, span, show) : null,
      ...(contested > 0 && { contestedDays: contested }),
      ...(claim?.wait !== undefined && { wait: claim.wait }),
      ...(claim?.milestone !== undefined && { milestone: claim.milestone }),
      ...(claim?.rule && { rule: claim.rule }),
      ...marks(reading, claim?.wait === undefined ? undefined : waits.get(claim.wait)),
    };
  });
};

/** Parties with the most days first. */
const partiesOf = (entries: readonly LedgerEntry[]): Ledger['byParty'] => {
  const parties = new Map<string, Ledger['byParty'][number]>();
  for (const { party, bucket, days, contestedDays: contested = 0 } of entries) {
    const sums = parties.get(party) ?? { party, active: 0, waiting: 0, paused: 0, contested: 0 };
    parties.set(party, sums);
    sums[bucket] += days;
    sums.contested += contested;
  }
  const total = (sums: Ledger['byParty'][number]): number => sums.active + sums.waiting + sums.paused;
  return [...parties.values()].sort((a, b) => total(b) - total(a) || (a.party < b.party ? -1 : 1));
};

const causesOf = (entries: readonly LedgerEntry[]): Ledger['byCause'] => {
  const causes = new Map<WaitCause, number>();
  for (const { cause, days } of entries) if (cause) causes.set(cause, (causes.get(cause) ?? 0) + days);
  const listed = [...causes].map(([cause, days]) => ({ cause, days }));
  return listed.sort((a, b) => b.days - a.days || (a.cause < b.cause ? -1 : 1));
};

/** The day ledger as it is read; null without a start. Its entries' days sum exactly to `elapsed` (definitions §3). */
export const ledgerView = (reading: Reading, dayBook: DayBook, show: ShowParty): Ledger | null => {
  if (reading.start === forever || reading.start > reading.on) return null;
  const booked = bookedBy(dayBook.booked, reading.on);
  const { active, waiting, paused, longest } = sumsOf(reading, booked);
  const entries = entriesOf(reading, booked, show, true);
  return {
    elapsed: active + waiting + paused,
    active,
    waiting,
    paused,
    flowEfficiency: active + waiting === 0 ? null : rounded(active / (active + waiting)),
    longestWait: longest ? { party: show(longest.party), days: longest.days } : null,
    byParty: partiesOf(entries),
    byCause: causesOf(entries),
    entries,
    concurrent: entriesOf(reading, bookedBy(dayBook.concurrent, reading.on), show, false),
  };
};
