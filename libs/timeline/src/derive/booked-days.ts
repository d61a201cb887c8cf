import { fromEpochDay } from '@masar/calendar';
import type { LedgerBucket, LocalDate, Party } from '@masar/contracts';
import { bookedBy, dayBook, type BookedSpan } from './day-ledger.js';
import { bucketOf } from './ledger-sums.js';
import type { Question } from './question.js';
import type { Reading } from './reading-shapes.js';
import { localDay, readingOf } from './reading.js';

/** Days booked alike, as a contest or a ruling speaks about them. */
export interface BookedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly party: Party;
  readonly bucket: LedgerBucket;
  /** The day from which the fifteen working days of a contest run. */
  readonly contestableFrom: LocalDate;
}

/** Of a recorded entry the day of its recording, of a ruling the day of the decision, of a derived entry its last day booked (definitions §3). */
const contestableFrom = (reading: Reading, { claim, to }: BookedSpan): number => {
  const { waits, pauses, contests } = reading.facts;
  const recorded =
    claim?.source === 'recorded'
      ? waits.find((wait) => wait.id === claim.wait)
      : claim?.source === 'paused'
        ? pauses.find((pause) => pause.version === claim.version)?.decided
        : claim?.source === 'ruling'
          ? contests.find((contest) => contest.decided?.version === claim.version)?.decided
          : undefined;
  return recorded ? localDay(reading, recorded.recordedAt) : to - 1;
};

/** The ledger as contests and rulings lean on it: spans in order, parties never hidden. */
export const bookedDays = (question: Question): readonly BookedDays[] => {
  const reading = readingOf(question);
  return bookedBy(dayBook(reading).booked, reading.on).map((span) => ({
    from: fromEpochDay(span.from),
    to: fromEpochDay(span.to),
    party: span.party,
    bucket: bucketOf(span),
    contestableFrom: fromEpochDay(contestableFrom(reading, span)),
  }));
};
