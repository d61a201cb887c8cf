import { fromEpochDay } from '@masar/calendar';
import type { LocalDate } from '@masar/contracts';
import { anchorOf } from './anchor.js';
import { milestoneReading } from './milestone-reading.js';
import type { Question } from './question.js';
import { readingOf } from './reading.js';

/** The day what a reference names happened, by the reading day: a milestone's actual, the day a stage was entered; undefined while it has not. */
export const dateOf = (question: Question, reference: string): LocalDate | undefined => {
  const asked = { promisedAt: question.facts.recordedAt, lookup: milestoneReading };
  const { actual } = anchorOf(readingOf(question), reference, asked);
  return actual === undefined ? undefined : fromEpochDay(actual);
};
