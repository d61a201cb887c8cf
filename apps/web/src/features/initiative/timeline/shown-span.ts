import { daysFrom, laterBy, type Span } from '../../../chart/scale.js';
import { datesOf, promisesOf } from './promises.js';
import type { Row } from './rows.js';

const before = 8;
/** Room after the last mark for what is written beside it, as a share of the whole. */
const roomAfter = 0.07;
const leastDays = 60;

/** From a little before the first day told to a little after the last: today is always within. */
export const shownSpan = (rows: readonly Row[], startedOn: string | null, today: string): Span => {
  const days = rows.flatMap(({ milestone, spans, visits }) => [
    ...(milestone ? datesOf(promisesOf(milestone)) : []),
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...visits.flatMap(({ legalUntil }) => (legalUntil === undefined ? [] : [legalUntil])),
  ]);
  const sorted = [...days, ...(startedOn === null ? [] : [startedOn]), today].sort();
  const from = laterBy(sorted[0]!, -before);
  const last = sorted.at(-1)!;
  const length = Math.max(leastDays, daysFrom(from, last));
  return { from, to: laterBy(from, Math.ceil(length * (1 + roomAfter))) };
};
