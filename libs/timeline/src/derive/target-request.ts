import { toEpochDay } from '@masar/calendar';
import type { RequestFact } from '../collect/facts.js';
import { resolveIn } from './milestone-reading.js';
import { dayOf, promisesOn } from './promise.js';
import type { MilestoneReading, Reading } from './reading-shapes.js';
import { hasHappened, localDay, watch } from './reading.js';
import { firstCoveredFrom, forever } from './spans.js';

/** Working days for which an undecided request keeps a milestone from being missed. */
const protectedWorkDays = 20;

/** A request for another date, with the day it stopped being undecided: answered, or lapsed with the milestone. */
export interface RequestReading {
  readonly fact: RequestFact;
  readonly answeredOn: number;
  readonly lapsedOn: number;
  readonly undecidedUntil: number;
}

/** When a request was answered or lapsed, over all days known; reaching or cancelling the milestone lapses it. */
export const requestSpan = (fact: RequestFact, closed: Parameters<typeof firstCoveredFrom>[0]): RequestReading => {
  const answeredOn = fact.answer ? toEpochDay(fact.answer.on) : forever;
  const lapsedOn = firstCoveredFrom(closed, toEpochDay(fact.on));
  return { fact, answeredOn, lapsedOn, undecidedUntil: Math.min(answeredOn, lapsedOn) };
};

/** Requests made by the reading day, in order of recording. */
export const requestsOn = (reading: Reading, milestone: MilestoneReading): readonly RequestReading[] =>
  milestone.facts.requests
    .filter((fact) => hasHappened(reading, fact))
    .map((fact) => {
      const request = requestSpan(fact, milestone.life.closed);
      watch(reading, request.undecidedUntil);
      return request;
    });

/** The request still undecided on the reading day: at most one a milestone. */
export const openRequest = (reading: Reading, milestone: MilestoneReading): RequestReading | undefined =>
  requestsOn(reading, milestone).findLast((request) => request.undecidedUntil > reading.on);

/** The day a milestone was promised for when it was asked to move. */
const targetWhenAsked = (reading: Reading, milestone: MilestoneReading, asked: RequestFact): number | undefined => {
  const before = promisesOn(reading, milestone.facts.promises).filter((promise) => promise.version < asked.version);
  const inForce = before.at(-1);
  return inForce && dayOf(resolveIn(reading, inForce, milestone.workDays));
};

/**
 * The first day on which an undecided request no longer keeps the milestone from being missed; undefined when it never
 * did. Asked (local date of recording) on or before the target in force it protects for at most 20 working days; asked
 * later it protects nothing (definitions §2).
 */
export const protectsUntil = (
  reading: Reading,
  milestone: MilestoneReading,
  request: RequestReading,
): number | undefined => {
  const asked = localDay(reading, request.fact.recordedAt);
  const target = targetWhenAsked(reading, milestone, request.fact);
  if (target === undefined || asked > target) return undefined;
  return Math.min(request.undecidedUntil, milestone.workDays.after(asked, protectedWorkDays + 1));
};
