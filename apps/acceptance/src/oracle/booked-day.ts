import { waitReasonCauses, type WaitReason } from '@masar/contracts';
import type { DayNumber } from './day-numbers.js';
import type { LedgerFacts } from './ledger-facts.js';
import { isStarted } from './milestone-days.js';

export type Bucket = 'active' | 'waiting' | 'paused';

/** What one day is booked to. */
export interface Booking {
  readonly bucket: Bucket;
  readonly party: string;
  readonly cause: string | null;
  readonly reason: string | null;
  readonly source: 'active' | 'paused' | 'ruling' | 'recorded' | 'derived';
  /** Version of the event a waiting day rests on; of a commitment's, its whole position. */
  readonly because: number | string | null;
}

export interface BookedDay {
  readonly holder: Booking;
  /** Waits that were open too and hold nothing. */
  readonly concurrent: readonly Booking[];
}

const isWaitedOn = (facts: LedgerFacts, milestone: string, day: DayNumber): boolean =>
  facts.waits.some((wait) => wait.milestone === milestone && wait.since <= day && day < wait.until);

/** Is a milestone other than `except` started, not reached or cancelled, and not itself waited on? (definitions §3) */
const anotherInProgress = (facts: LedgerFacts, except: string | undefined, day: DayNumber): boolean =>
  facts.milestones.some((m) => m.id !== except && isStarted(m, day) && !isWaitedOn(facts, m.id, day));

const legalPeriodHolds = (facts: LedgerFacts, day: DayNumber): boolean =>
  facts.visits.some((v) => v.from <= day && day < v.to && v.legalUntil !== undefined && day < v.legalUntil);

interface Candidate {
  readonly booking: Booking;
  readonly start: DayNumber;
  readonly rank: number;
  readonly holds: boolean;
  /** Among commitments: stream and version. */
  readonly place?: readonly [string, number];
}

const recordedCandidates = (facts: LedgerFacts, day: DayNumber): readonly Candidate[] => {
  const legal = legalPeriodHolds(facts, day);
  return facts.waits
    .filter((wait) => wait.since <= day && day < wait.until)
    .map((wait) => ({
      booking: {
        bucket: 'waiting',
        party: wait.party,
        cause: legal ? 'statutory' : waitReasonCauses[wait.reason as WaitReason],
        reason: wait.reason,
        source: 'recorded',
        because: wait.version,
      },
      start: wait.since,
      rank: 0,
      holds: wait.milestone === undefined || !anotherInProgress(facts, wait.milestone, day),
    }));
};

const derived = (party: string, legal: boolean, because: number | string): Booking => ({
  bucket: 'waiting',
  party,
  cause: legal ? 'statutory' : 'unstated',
  reason: null,
  source: 'derived',
  because,
});

const derivedCandidates = (facts: LedgerFacts, day: DayNumber): readonly Candidate[] => {
  const owner = `entity:${facts.ownerOn(day)}`;
  const legal = legalPeriodHolds(facts, day);
  const candidates: Candidate[] = [];
  for (const visit of facts.visits) {
    const party = visit.party === 'owner' ? owner : visit.party;
    if (party === owner || day < visit.from || day >= visit.to) continue;
    candidates.push({ booking: derived(party, legal, visit.version), start: visit.from, rank: 1, holds: true });
  }
  for (const { party, stream, version, start, milestone } of facts.owedOn(day)) {
    const booking = derived(party, legal, `${stream}@${version}`);
    const holds = !anotherInProgress(facts, milestone, day);
    candidates.push({ booking, start, rank: 2, holds, place: [stream, version] });
  }
  for (const question of facts.questions) {
    if (day < question.from || day >= question.until) continue;
    const holds = !anotherInProgress(facts, question.about, day);
    candidates.push({
      booking: derived(question.party, legal, question.version),
      start: question.from,
      rank: 3,
      holds,
    });
  }
  const started = facts.milestones.filter((milestone) => isStarted(milestone, day));
  const [only] = started;
  if (started.length === 1 && only?.party !== undefined && only.party !== owner) {
    const booking = derived(only.party, legal, only.startedVersion ?? 0);
    candidates.push({ booking, start: only.startedOn ?? day, rank: 4, holds: true });
  }
  return candidates;
};

const byPlace = (a: Candidate, b: Candidate): number => {
  const [[stream, version], [otherStream, otherVersion]] = [a.place ?? ['', 0], b.place ?? ['', 0]];
  return stream < otherStream ? -1 : stream > otherStream ? 1 : version - otherVersion;
};

const earliest = (a: Candidate, b: Candidate): number =>
  a.start - b.start ||
  a.rank - b.rank ||
  byPlace(a, b) ||
  Number(a.booking.because ?? 0) - Number(b.booking.because ?? 0) ||
  0;

/** Books one day in the order paused › ruling › recorded wait › derived wait › active. */
export const bookDay = (facts: LedgerFacts, day: DayNumber): BookedDay => {
  const recorded = [...recordedCandidates(facts, day)].sort(earliest);
  const derivedOnes = [...derivedCandidates(facts, day)].sort(earliest);
  const waits = [...recorded, ...derivedOnes];
  const owner = `entity:${facts.ownerOn(day)}`;
  const pause = facts.pauses.find((span) => span.from <= day && day <= span.last);
  const none = { cause: null, reason: null, because: null };
  const all = waits.map((wait) => wait.booking);
  if (pause) {
    return { holder: { ...none, bucket: 'paused', party: pause.party ?? owner, source: 'paused' }, concurrent: all };
  }
  const ruling = facts.rulings.findLast((span) => span.from <= day && day < span.to);
  if (ruling) {
    const cause = ruling.cause ?? (legalPeriodHolds(facts, day) ? 'statutory' : 'unstated');
    const { party, version } = ruling;
    return {
      holder: { ...none, bucket: 'waiting', party, cause, source: 'ruling', because: version },
      concurrent: all,
    };
  }
  const holder = waits.find((wait) => wait.holds)?.booking;
  if (holder) return { holder, concurrent: all.filter((booking) => booking !== holder) };
  return { holder: { ...none, bucket: 'active', party: owner, source: 'active' }, concurrent: all };
};
