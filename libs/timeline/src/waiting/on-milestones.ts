import { toEpochDay } from '@masar/calendar';
import { isMissed, missedFrom } from '../derive/milestone-status.js';
import { milestonesOn } from '../derive/milestone-reading.js';
import { described } from '../derive/milestone-view.js';
import type { MilestoneReading, Reading } from '../derive/reading-shapes.js';
import { openRequest } from '../derive/target-request.js';
import { saidBy, waitingFor, waitingSince, type Waiting } from './waiting.js';

/** Missed, and nobody says when it is expected instead: a forecast of a day that has passed says nothing (definitions §2). */
const forecastAsked = (reading: Reading, milestone: MilestoneReading, said: Said): readonly Waiting[] => {
  const { forecast, facts, party } = milestone;
  const isSaid = forecast !== undefined && forecast >= reading.on;
  const since = missedFrom(milestone);
  if (isSaid || since === undefined || !isMissed(reading, milestone)) return [];
  const rests = facts.promises.at(-1) ?? facts.planned;
  return [waitingSince(reading, rests, since, { what: 'forecast', ...said, concerns: party })];
};

type Said = Pick<Waiting, 'milestone' | 'title'>;

const waitingOn = (reading: Reading, milestone: MilestoneReading): readonly Waiting[] => {
  const { facts, state, party } = milestone;
  const said = { milestone: facts.id, title: described(reading, facts).title };
  if (state.cancelled) return [];
  if (state.reached)
    return state.confirmed
      ? []
      : [waitingFor(reading, state.reached, { what: 'confirmation', ...said, concerns: party })];
  if (reading.end <= reading.on) return [];
  const request = openRequest(reading, milestone)?.fact;
  return [
    ...(request
      ? [
          waitingSince(reading, request, toEpochDay(request.on), {
            what: 'target-change',
            ...said,
            record: request.id,
            words: request.reason,
            ...saidBy(request),
            concerns: party,
          }),
        ]
      : []),
    ...forecastAsked(reading, milestone, said),
  ];
};

/** Dates asked for, milestones reached that a second party has not confirmed, and forecasts that are missing. */
export const waitingOnMilestones = (reading: Reading): readonly Waiting[] =>
  [...milestonesOn(reading)].flatMap((milestone) => waitingOn(reading, milestone));
