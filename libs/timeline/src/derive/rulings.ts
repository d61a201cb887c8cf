import { toEpochDay } from '@masar/calendar';
import type { ContestFact } from '../collect/facts.js';
import type { Claim } from './claim.js';
import type { Reading } from './reading-shapes.js';

/** Spans given by rulings; of two for the same day the later decision holds. A ruled day stays a waiting day (definitions §3). */
export const rulingClaims = (reading: Reading): readonly Claim[] =>
  reading.facts.contests.flatMap((contest: ContestFact) => {
    const { decided } = contest;
    if (decided?.decision !== 'ruled') return [];
    return decided.spans.map((span, at): Claim => ({
      id: `ruling.${contest.id}`,
      source: 'ruling',
      from: toEpochDay(span.from),
      to: toEpochDay(span.to),
      start: -decided.version,
      order: -at,
      version: decided.version,
      party: span.party,
      ...(span.cause && { cause: span.cause }),
      reason: decided.reason,
      because: [contest.version, decided.version],
    }));
  });
