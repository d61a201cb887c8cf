import type { LocalDate } from '@masar/contracts';
import type { CalendarAmendments, CalendarDefinition } from './calendar-definition.js';
import { workedBefore, type WorkedBefore } from './day-table.js';
import { fromEpochDay, toEpochDay, yearOf } from './local-date.js';
import type { WorkingCalendar } from './working-calendar.js';

const unamended: CalendarAmendments = { overrides: [], confirmed: [] };

const refuseWeekOff = (definition: CalendarDefinition): void => {
  for (const rule of definition.weekends) {
    if (new Set(rule.days).size > 6) throw new RangeError(`calendar ${definition.id}: a week without a working day`);
  }
};

/** Steps by as many days as are still wanted: that can never go too far, and it ends on a working day. */
const stepped = (before: WorkedBefore, from: number, n: number, direction: 1 | -1): number => {
  let day = from;
  let left = n;
  while (left > 0) {
    const next = day + direction * left;
    left -= direction === 1 ? before(next + 1) - before(day + 1) : before(day) - before(next);
    day = next;
  }
  return day;
};

const yearsWithout = (confirmed: ReadonlySet<number>, from: LocalDate, to: LocalDate): readonly number[] => {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!confirmed.has(year)) years.push(year);
  return years;
};

/**
 * The working calendar of a definition and what administrators have amended. The table of days is built at the first
 * question and kept; every question afterwards costs a few array reads.
 */
export const buildCalendar = (
  definition: CalendarDefinition,
  amendments: CalendarAmendments = unamended,
): WorkingCalendar => {
  refuseWeekOff(definition);
  const confirmed = new Set(amendments.confirmed);
  let table: WorkedBefore | undefined;
  const before: WorkedBefore = (day) => (table ??= workedBefore(definition, amendments.overrides))(day);
  return {
    id: definition.id,
    isWorkingDay: (date) => before(toEpochDay(date) + 1) > before(toEpochDay(date)),
    workingDaysBetween: (a, b) => before(toEpochDay(b) + 1) - before(toEpochDay(a) + 1),
    workingDaysWithin: (from, to) => before(toEpochDay(to)) - before(toEpochDay(from)),
    addWorkingDays: (date, n) => fromEpochDay(stepped(before, toEpochDay(date), n, 1)),
    subtractWorkingDays: (date, n) => fromEpochDay(stepped(before, toEpochDay(date), n, -1)),
    unconfirmedYears: (from, to) => yearsWithout(confirmed, from, to),
  };
};
