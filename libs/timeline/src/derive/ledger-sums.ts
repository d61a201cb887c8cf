import type { LedgerBucket, Party } from '@masar/contracts';
import { contestedDays, contestsOf } from './contested.js';
import type { BookedSpan } from './day-ledger.js';
import type { Reading } from './reading-shapes.js';
import { isSovereign } from './sovereign.js';

export const bucketOf = ({ claim }: BookedSpan): LedgerBucket =>
  !claim ? 'active' : claim.source === 'paused' ? 'paused' : 'waiting';

/** A wait with all the days it holds; of one ruling each party is a wait of its own. */
export interface HeldWait {
  readonly id: string;
  readonly party: Party;
  readonly days: number;
}

export interface LedgerSums {
  readonly active: number;
  readonly waiting: number;
  readonly paused: number;
  readonly contested: number;
  /** Statutory days and sovereign bodies left out; the earliest of equals. */
  readonly longest: HeldWait | undefined;
}

/** Whether the days of a span may be named or ranked as delay (definitions §3). */
export const isRanked = (reading: Reading, span: BookedSpan): boolean =>
  span.cause !== null && span.cause !== 'statutory' && !isSovereign(reading, span.party);

export const sumsOf = (reading: Reading, booked: readonly BookedSpan[]): LedgerSums => {
  const sums = { active: 0, waiting: 0, paused: 0, contested: 0 };
  const contests = contestsOf(reading);
  const waits = new Map<string, { id: string; party: Party; days: number }>();
  for (const span of booked) {
    const days = span.to - span.from;
    sums[bucketOf(span)] += days;
    if (contests.length > 0) sums.contested += contestedDays(contests, span);
    if (!span.claim || !isRanked(reading, span)) continue;
    const key = `${span.claim.id} ${span.party}`;
    const wait = waits.get(key);
    if (wait) wait.days += days;
    else waits.set(key, { id: span.claim.id, party: span.party, days });
  }
  let longest: HeldWait | undefined;
  for (const wait of waits.values()) if (wait.days > (longest?.days ?? 0)) longest = wait;
  return { ...sums, longest };
};
