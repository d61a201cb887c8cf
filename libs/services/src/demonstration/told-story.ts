import { addDays, buildCalendar, shippedCalendar, type WorkingCalendar } from '@masar/calendar';
import type { Instant, LocalDate, StreamName } from '@masar/contracts';
import type { GivenCommand } from '../platform/command-bus.js';
import type { Line, Story } from './story.js';

/** A line with its days: when it is recorded, by whom, and the command as it is given. */
export interface ToldLine {
  readonly stream: StreamName;
  readonly day: LocalDate;
  readonly by: string;
  readonly command: GivenCommand;
  readonly label?: string;
  /** Place in its story: the command's id derives from it. */
  readonly place: number;
}

const token = /^@(-?\d+)$/;
const calendars = new Map<Story['calendar'], WorkingCalendar>();
const calendarOf = (id: Story['calendar']): WorkingCalendar => {
  const known = calendars.get(id) ?? buildCalendar(shippedCalendar(id)!);
  calendars.set(id, known);
  return known;
};

/** The working day at or before today plus `offset`. */
export const dayAt = (today: LocalDate, offset: number, calendar: Story['calendar']): LocalDate => {
  const working = calendarOf(calendar);
  let day = addDays(today, offset);
  while (!working.isWorkingDay(day)) day = addDays(day, -1);
  return day;
};

/** The value with every `@offset` in it as a date. */
const dated = (value: unknown, today: LocalDate, calendar: Story['calendar']): unknown => {
  if (typeof value === 'string') {
    const offset = token.exec(value)?.[1];
    return offset === undefined ? value : dayAt(today, Number(offset), calendar);
  }
  if (Array.isArray(value)) return value.map((one: unknown) => dated(one, today, calendar));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, dated(one, today, calendar)]));
};

/** The lines of all stories in the order they were recorded, with their days counted back from `today`. */
export const told = (stories: readonly Story[], today: LocalDate): readonly ToldLine[] =>
  stories
    .flatMap(({ stream, calendar, lines }) =>
      lines.map(([day, by, type, fields = {}, label]: Line, place): ToldLine => ({
        stream,
        day: dayAt(today, day, calendar),
        by,
        command: { type, ...(dated(fields, today, calendar) as object) },
        place,
        ...(label === undefined ? {} : { label }),
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

const minute = 60_000;
/** Morning in Cairo and noon in Abu Dhabi; each commit of a day a minute after the one before. */
export const instantOf = (day: LocalDate, nth: number): Instant =>
  new Date(Date.parse(`${day}T07:00:00.000Z`) + nth * minute).toISOString();
