import { fromEpochDay, toEpochDay, type WorkingCalendar } from '@masar/calendar';
import type { Party } from '@masar/contracts';
import type { Directory } from '@masar/directory';

/** Working days of one party over epoch days. */
export interface WorkDays {
  /** Working days d with a < d ≤ b, negative when b < a. */
  between(a: number, b: number): number;
  /** Working days d with from ≤ d < to. */
  within(from: number, to: number): number;
  /** The n-th working day after a day. */
  after(day: number, n: number): number;
  readonly calendar: WorkingCalendar;
}

export interface Calendars {
  /** The party's own calendar, else the owner's (definitions §1). */
  of(party: Party): WorkDays;
  /** Years nobody has confirmed yet, of the calendars and spans counted so far. */
  unconfirmed(): { calendar: string; year: number }[];
}

const workDaysOf = (calendar: WorkingCalendar, used: (from: number, to: number) => void): WorkDays => ({
  calendar,
  between: (a, b) => {
    used(Math.min(a, b), Math.max(a, b));
    return calendar.workingDaysBetween(fromEpochDay(a), fromEpochDay(b));
  },
  within: (from, to) => {
    used(from, to - 1);
    return calendar.workingDaysWithin(fromEpochDay(from), fromEpochDay(to));
  },
  after: (day, n) => {
    const reached = toEpochDay(calendar.addWorkingDays(fromEpochDay(day), n));
    used(day, reached);
    return reached;
  },
});

/** The calendars of one reading, each party's asked for once. */
export const calendarsOf = (directory: Directory, owner: string): Calendars => {
  const byParty = new Map<Party, WorkDays>();
  const spans = new Map<WorkingCalendar, { from: number; to: number }>();
  const use = (calendar: WorkingCalendar) => (from: number, to: number) => {
    const span = spans.get(calendar);
    if (!span) spans.set(calendar, { from, to });
    else {
      if (from < span.from) span.from = from;
      if (to > span.to) span.to = to;
    }
  };
  return {
    of: (party) => {
      const known = byParty.get(party);
      if (known) return known;
      const calendar = directory.calendarOf(party, owner);
      const days = workDaysOf(calendar, use(calendar));
      byParty.set(party, days);
      return days;
    },
    unconfirmed: () => {
      const years = new Map<string, { calendar: string; year: number }>();
      for (const [calendar, { from, to }] of spans) {
        for (const year of calendar.unconfirmedYears(fromEpochDay(from), fromEpochDay(to))) {
          years.set(`${calendar.id} ${year}`, { calendar: calendar.id, year });
        }
      }
      return [...years.keys()].sort().map((key) => years.get(key) as { calendar: string; year: number });
    },
  };
};
