import { toEpochDay } from '@masar/calendar';
import type { LawStage, Party } from '@masar/contracts';
import { legalUntil } from '@masar/directory';
import type { StageFact } from '../collect/facts.js';
import { byDay } from './by-day.js';
import type { Reading } from './reading-shapes.js';
import { ownerParty } from './reading.js';
import { forever, type Span } from './spans.js';

/** A visit of a law to a stage, over all days known; going back opens a new one (definitions §8). */
export interface StageVisit extends Span {
  readonly fact: StageFact;
  readonly stage: LawStage | undefined;
  /** Absent: the owner on the day. */
  readonly party: Party | undefined;
  /** First day after the legal period. */
  readonly legalUntil: number | undefined;
}

const kept = new WeakMap<Reading, readonly StageVisit[]>();
const none: readonly StageVisit[] = [];

const visit = (reading: Reading, fact: StageFact, next: StageFact | undefined): StageVisit => {
  const stage = reading.path?.stages.find((candidate) => candidate.stage === fact.stage);
  const holder = fact.party ?? stage?.party ?? 'owner';
  const party = holder === 'owner' ? undefined : holder;
  const from = toEpochDay(fact.on);
  const { calendar } = reading.calendars.of(party ?? ownerParty(reading, reading.on));
  const until = stage && legalUntil(stage, fact.on, calendar);
  return {
    fact,
    stage,
    party,
    from,
    to: next ? toEpochDay(next.on) : forever,
    legalUntil: until === undefined ? undefined : toEpochDay(until),
  };
};

/** The log of stage events in order of days; once per reading. */
export const stageVisits = (reading: Reading): readonly StageVisit[] => {
  if (reading.facts.stages.length === 0) return none;
  const known = kept.get(reading);
  if (known) return known;
  const entered = byDay(reading.facts.stages);
  const visits = entered.map((fact, at) => visit(reading, fact, entered[at + 1]));
  kept.set(reading, visits);
  return visits;
};

/** Days inside a legal period while the law stands in the stage: their waits are `statutory`. */
export const legalPeriods = (reading: Reading): readonly Span[] =>
  stageVisits(reading).flatMap(({ from, to, legalUntil: until }) =>
    until === undefined || until <= from ? [] : [{ from, to: Math.min(to, until) }],
  );

/** When a visit is over, for tables: the end of the initiative where the law ended there. */
export const visitEnd = (reading: Reading, visited: StageVisit): number => Math.min(visited.to, reading.end);
