import { laterOf } from '@masar/calendar';
import type { LocalDate } from '@masar/contracts';
import type { Question } from '../derive/question.js';
import { portfolioRow } from './review.js';
import type { PortfolioRow } from './row.js';

/** A row with the days `[from, to)` on which it holds. */
export interface RowSegment {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly row: PortfolioRow;
}

/** The rows of an initiative over the days `[from, to)` while its facts stay as they are: each ends where time alone changes it. */
export const segmentsOf = (question: Question, from: LocalDate, to: LocalDate): readonly RowSegment[] => {
  const segments: RowSegment[] = [];
  let day = from;
  while (day < to) {
    const row = portfolioRow({ ...question, on: day });
    const until = row.reviewOn === null || row.reviewOn > to ? to : laterOf(row.reviewOn, day);
    segments.push({ from: day, to: until, row });
    day = until;
  }
  return segments;
};
