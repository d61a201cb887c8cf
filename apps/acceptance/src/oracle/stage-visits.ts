import type { LawPath } from '@masar/contracts';
import { addMonths, type DayNumber } from './day-numbers.js';
import { byDay, text, type KnownEvent } from './known-history.js';
import type { OracleCalendars } from './oracle-registry.js';
import { never } from './wait-spans.js';

/** One visit of a law to a stage, `[from, to)`. */
export interface StageVisit {
  readonly version: number;
  readonly stage: string;
  /** A party, or `owner`. */
  readonly party: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** The legal period is `[from, legalUntil)`. */
  readonly legalUntil?: DayNumber;
}

const legalUntil = (
  path: LawPath | undefined,
  stage: string,
  from: DayNumber,
  party: string,
  owner: string,
  calendars: OracleCalendars,
): DayNumber | undefined => {
  const clock = path?.stages.find((candidate) => candidate.stage === stage)?.clock;
  if (!clock) return undefined;
  if (clock.months !== undefined) return addMonths(from, clock.months);
  if (clock.days === undefined) return undefined;
  return clock.working ? calendars.nthAfter(party, owner, from, clock.days) : from + clock.days;
};

/** The log of stage events is the only truth of a stage; going back opens a new visit (definitions §8). */
export const stageVisits = (
  events: readonly KnownEvent[],
  path: LawPath | undefined,
  owner: string,
  calendars: OracleCalendars,
): readonly StageVisit[] => {
  const entered = byDay(events.filter((event) => event.name === 'law.stage-entered'));
  return entered.map((event, index) => {
    const stage = String(event.data['stage']);
    const holder = path?.stages.find((candidate) => candidate.stage === stage)?.party ?? 'owner';
    const party = text(event.data['party']) ?? holder;
    const until = legalUntil(path, stage, event.day, party, owner, calendars);
    return {
      version: event.version,
      stage,
      party,
      from: event.day,
      to: entered[index + 1]?.day ?? never,
      ...(until === undefined ? {} : { legalUntil: until }),
    };
  });
};
