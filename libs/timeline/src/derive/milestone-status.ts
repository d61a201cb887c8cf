import { toEpochDay } from '@masar/calendar';
import type { MilestoneStatus } from '@masar/contracts';
import { dayOf } from './promise.js';
import type { MilestoneReading, Reading } from './reading-shapes.js';
import { watch } from './reading.js';
import { openRequest, protectsUntil } from './target-request.js';
import { waitsOn } from './recorded-waits.js';

/** Working days after its target from which a milestone without actual is missed. */
const missedAfterWorkDays = 5;

/** The first day on which it is missed, unless a request protects it; undefined without a target. */
export const missedFrom = ({ current, workDays, facts }: MilestoneReading): number | undefined => {
  const target = dayOf(current);
  return target === undefined
    ? undefined
    : Math.max(workDays.after(target, missedAfterWorkDays), toEpochDay(facts.planned.on));
};

/**
 * Missed on D: no actual ≤ D, and at least 5 working days d with target < d ≤ D in the calendar of the milestone's party
 * (definitions §2). An initiative that has ended asks for nothing more: it is judged on its last day. A milestone that was
 * begun before anybody planned it had promised nothing by then: it is missed from the day of its planning at the earliest.
 */
export const isMissed = (reading: Reading, milestone: MilestoneReading): boolean => {
  const { state } = milestone;
  if (reading.isDraft || state.reached || state.cancelled) return false;
  const from = missedFrom(milestone);
  if (from === undefined) return false;
  watch(reading, from);
  const day = Math.min(reading.on, reading.end);
  if (day < from) return false;
  const request = openRequest(reading, milestone);
  const protectedUntil = request && protectsUntil(reading, milestone, request);
  if (protectedUntil === undefined) return true;
  watch(reading, protectedUntil);
  return day >= protectedUntil;
};

const isWaitedOn = (reading: Reading, id: string): boolean =>
  waitsOn(reading).some(
    (wait) => wait.fact.milestone === id && wait.from <= reading.on && reading.on < Math.min(wait.to, reading.end),
  );

/** One word for where a milestone stands on the reading day. What is missed counts as missed, whatever is being done about it. */
export const milestoneStatus = (reading: Reading, milestone: MilestoneReading): MilestoneStatus => {
  const { state } = milestone;
  if (state.cancelled) return 'cancelled';
  if (state.reached) return state.confirmed ? 'confirmed' : 'reached';
  if (isMissed(reading, milestone)) return 'missed';
  if (isWaitedOn(reading, milestone.facts.id)) return 'waiting';
  if (state.reopened && !startedSince(milestone)) return 'reopened';
  return state.started ? 'in-progress' : 'planned';
};

const startedSince = ({ state }: MilestoneReading): boolean =>
  !!state.started && !!state.reopened && toEpochDay(state.started.on) > toEpochDay(state.reopened.on);
