import { fromEpochDay } from '@masar/calendar';
import { calendarMoves, type CalendarMove, type MilestoneView, type TimelineView } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { milestonesOn } from '../derive/milestone-reading.js';
import { missedFrom } from '../derive/milestone-status.js';
import type { Question } from '../derive/question.js';
import { readingOf } from '../derive/reading.js';
import { deriveTimeline } from '../derive/timeline.js';
import { dateOfTarget } from './target-date.js';

/** A figure that working days have a part in, as it reads with one calendar. */
type Figure = Omit<CalendarMove, 'from' | 'to'> & { readonly value: CalendarMove['from'] };

const ofMilestone = (milestone: MilestoneView, missed: string | undefined): readonly Figure[] => {
  const { id, title, originalTarget, currentTarget, status, slip, variance, request } = milestone;
  const of = { milestone: id, milestoneTitle: title };
  return [
    { what: 'original-target', ...of, value: originalTarget && dateOfTarget(originalTarget) },
    { what: 'target', ...of, value: dateOfTarget(currentTarget) },
    { what: 'missed-from', ...of, value: missed ?? null },
    { what: 'request-until', ...of, value: request?.suspendsMissedUntil ?? null },
    { what: 'status', ...of, value: status },
    { what: 'slip', ...of, value: slip?.workingDays ?? null },
    { what: 'variance', ...of, value: variance?.workingDays ?? null },
  ];
};

const ofLedger = (ledger: TimelineView['ledger']): readonly Figure[] =>
  ledger === null
    ? []
    : [
        { what: 'active', value: ledger.active },
        { what: 'waiting', value: ledger.waiting },
        { what: 'paused', value: ledger.paused },
        { what: 'working-days', value: ledger.entries.reduce((sum, { workingDays }) => sum + workingDays, 0) },
      ];

/** From when an open milestone counts as missed, by its id: no view says it, and a day that is still to come moves nothing else of a fixed date. */
const missedDays = (question: Question): ReadonlyMap<string, string> => {
  const reading = readingOf(question);
  const days = new Map<string, string>();
  if (reading.isDraft || reading.end <= reading.on) return days;
  for (const milestone of milestonesOn(reading)) {
    const from = milestone.state.reached || milestone.state.cancelled ? undefined : missedFrom(milestone);
    if (from !== undefined) days.set(milestone.facts.id, fromEpochDay(from));
  }
  return days;
};

/** By what each figure is of; a stage by its visit. */
const figuresOf = (question: Question): ReadonlyMap<string, Figure> => {
  const { milestones, stages, ledger } = deriveTimeline(question);
  const missed = missedDays(question);
  const figures = [...milestones.flatMap((one) => ofMilestone(one, missed.get(one.id))), ...ofLedger(ledger)];
  const path = question.facts.path && question.directory.lawPath(question.facts.path);
  const named = (id: string): Pick<Figure, 'stageName'> => {
    const name = path?.stages.find(({ stage }) => stage === id)?.name;
    return name === undefined ? {} : { stageName: name };
  };
  return new Map<string, Figure>([
    ...figures.map((figure) => [`${figure.what} ${figure.milestone ?? ''}`, figure] as const),
    ...stages.map(
      ({ stage, visit, legalUntil }) =>
        [
          `legal-until ${stage} ${visit}`,
          { what: 'legal-until', stage, ...named(stage), value: legalUntil ?? null },
        ] as const,
    ),
  ]);
};

const order = (move: CalendarMove): number => calendarMoves.indexOf(move.what);

/**
 * What of an initiative would read otherwise on the same day with another directory in place of the question's: dates
 * before days, milestones in the order they were planned. Empty where the two say the same.
 */
export const movesBetween = (question: Question, otherwise: Directory): readonly CalendarMove[] => {
  const after = figuresOf({ ...question, directory: otherwise });
  const moves: CalendarMove[] = [];
  for (const [key, { value: from, ...of }] of figuresOf(question)) {
    const to = after.get(key)?.value ?? null;
    if (to !== from) moves.push({ ...of, from, to });
  }
  return moves.sort((a, b) => order(a) - order(b));
};
