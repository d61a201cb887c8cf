import { addDays, addMonths, type WorkingCalendar } from '@masar/calendar';
import type { LawPath, LawStage, LocalDate } from '@masar/contracts';

/**
 * When a law published on a day enters into force where its publication says nothing else. Days are counted from the day
 * after publication (Egypt, Art. 225: 30 days; published 2026-07-02, in force 2026-08-02) or from the publication itself
 * where the path says so (UAE, Art. 111: one month; published 2026-07-02, in force 2026-08-02). Undefined where the path has no rule.
 */
export const inForceOn = (path: LawPath, publishedOn: LocalDate): LocalDate | undefined => {
  const rule = path.inForceAfter;
  if (!rule) return undefined;
  const from = rule.countedFrom === 'publication' ? publishedOn : addDays(publishedOn, 1);
  return addDays(addMonths(from, rule.months ?? 0), rule.days ?? 0);
};

/**
 * The first day after the legal period of a stage, so that the period is `[enteredOn, legalUntil)` (definitions §3): of a
 * clock of 30 days the thirtieth day after entering. Working days are counted in the calendar of the body that holds the
 * stage. Undefined for a stage without clock.
 */
export const legalUntil = (
  stage: Pick<LawStage, 'clock'>,
  enteredOn: LocalDate,
  calendar: WorkingCalendar,
): LocalDate | undefined => {
  const { clock } = stage;
  if (!clock || (clock.days === undefined && clock.months === undefined)) return undefined;
  const months = addMonths(enteredOn, clock.months ?? 0);
  const days = clock.days ?? 0;
  return clock.working ? calendar.addWorkingDays(months, days) : addDays(months, days);
};
