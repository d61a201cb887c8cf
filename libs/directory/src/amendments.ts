import type { CalendarAmendments } from '@masar/calendar';
import type { Instant } from '@masar/contracts';
import type { CalendarDayFacts, CalendarFacts, DayScope } from './facts.js';

/** Whose calendar is asked for; without entity only days for everybody fit. */
export interface CalendarSubject {
  readonly entity?: string;
  readonly sector?: string;
  readonly jurisdiction?: string;
}

const fits = (scope: DayScope, subject: CalendarSubject): boolean =>
  (scope.entity === undefined || scope.entity === subject.entity) &&
  (scope.sector === undefined || scope.sector === subject.sector) &&
  (scope.country === undefined || scope.country === subject.jurisdiction);

/** An entity is narrower than a sector, a sector than a country, a country than everybody; two together are narrower than one. */
const narrowness = (scope: DayScope): number =>
  (scope.entity === undefined ? 0 : 4) + (scope.sector === undefined ? 0 : 2) + (scope.country === undefined ? 0 : 1);

/**
 * What administrators have said that applies to a subject, as known before an instant (default: all of it). For one date
 * the narrower scope wins, then the later word. An entity's days are its own, not its subordinate entities'.
 */
export const amendmentsFor = (
  facts: CalendarFacts,
  subject: CalendarSubject,
  knownBefore?: Instant,
): CalendarAmendments => {
  const isKnown = (knownAt: Instant): boolean => knownBefore === undefined || knownAt < knownBefore;
  const winners = new Map<string, CalendarDayFacts>();
  for (const day of facts.days) {
    if (!isKnown(day.knownAt) || !fits(day.scope ?? {}, subject)) continue;
    const winner = winners.get(day.date);
    if (!winner || narrowness(day.scope ?? {}) >= narrowness(winner.scope ?? {})) winners.set(day.date, day);
  }
  return {
    overrides: [...winners.values()].map(({ date, off }) => ({ date, off })),
    confirmed: facts.confirmed.filter((year) => isKnown(year.knownAt)).map((year) => year.year),
  };
};
