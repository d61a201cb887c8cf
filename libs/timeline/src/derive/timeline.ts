import { toEpochDay } from '@masar/calendar';
import type { TimelineView } from '@masar/contracts';
import { blockerViews } from './blocker-view.js';
import { commitmentViews } from './commitment-view.js';
import { confidenceOf } from './confidence.js';
import { correctionViews } from './correction-view.js';
import { coverageOf } from './coverage.js';
import { cyclesOf } from './cycles.js';
import { dayBook } from './day-ledger.js';
import { ledgerView } from './ledger-view.js';
import { milestonesOn } from './milestone-reading.js';
import { milestoneView } from './milestone-view.js';
import type { Question } from './question.js';
import type { Reading } from './reading-shapes.js';
import { dateOrNull, readingOf } from './reading.js';
import { stageViews } from './stage-view.js';
import { stalledOn } from './stall.js';
import { initiativeStatus, positionsOf, titleOn } from './standing.js';
import { showParty } from './sovereign.js';

export const notOffered = { reason: 'not-offered' };

/** Start and end as read on the day; neither before it happened. */
export const spanOn = (reading: Reading): Pick<TimelineView, 'startedOn' | 'endedOn'> => ({
  startedOn: reading.start <= reading.on ? dateOrNull(reading.start) : null,
  endedOn: reading.end <= reading.on ? dateOrNull(reading.end) : null,
});

const faultsOf = (cycles: ReadonlyMap<string, readonly string[]>): Pick<TimelineView, 'faults'> =>
  cycles.size === 0
    ? {}
    : { faults: [...cycles.values()].map((way) => ({ code: 'milestone/cycle', references: [...way] })) };

const outcomeOf = ({ ending, end, on }: Reading): Pick<TimelineView, 'outcome'> =>
  ending?.outcome && end <= on ? { outcome: ending.outcome } : {};

/**
 * The acceleration timeline of one initiative on one day: exactly the JSON of `GET /api/timelines/{kind}/{id}` (api.md).
 * Pure: the same question has the same answer for ever.
 */
export const deriveTimeline = (question: Question): TimelineView => {
  const reading = readingOf(question);
  const { facts } = reading;
  const show = showParty(reading, question.hideSovereign === true);
  const cycles = cyclesOf(reading);
  const context = { show, cyclic: new Set(cycles.keys()) };
  const stalled = stalledOn(reading);
  const coverage = coverageOf(reading);
  const described = facts.descriptions.findLast(
    (description) => description.type !== undefined && toEpochDay(description.on) <= reading.on,
  );
  const type = described?.type ?? facts.type;
  return {
    kind: facts.kind,
    id: facts.id,
    title: titleOn(reading),
    owner: reading.owner,
    ...(type !== undefined && { type }),
    status: initiativeStatus(reading),
    ...spanOn(reading),
    ...outcomeOf(reading),
    ...(stalled && { stalled }),
    on: question.on,
    knownOn: question.knownOn,
    milestones: Array.from(milestonesOn(reading), (milestone) => milestoneView(reading, milestone, context)),
    stages: stageViews(reading, show),
    ledger: ledgerView(reading, dayBook(reading), show),
    commitments: commitmentViews(reading, show),
    blockers: blockerViews(reading, show),
    corrections: correctionViews(reading),
    unconfirmedYears: reading.calendars.unconfirmed(),
    ...(coverage && { coverage }),
    ...faultsOf(cycles),
    daysGained: notOffered,
    forecast: notOffered,
    confidence: confidenceOf(reading),
    positions: positionsOf(reading),
  };
};
