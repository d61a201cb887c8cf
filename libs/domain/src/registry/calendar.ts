import { shippedCalendar, yearOf } from '@masar/calendar';
import { event, Refusal, type DomainEvent, type EventData, type LocalDate } from '@masar/contracts';
import type { DayScope } from '@masar/directory';
import type { Decider } from '@masar/event-store';
import { realDate } from '../guards.js';
import { requireStatedDay, type RegistryCommand } from './registry-command.js';

export interface SetCalendarDay extends RegistryCommand {
  readonly type: 'SetCalendarDay';
  readonly calendar: string;
  /** Any day, past or to come. */
  readonly date: LocalDate;
  /** Off, or worked although a weekend or a holiday. */
  readonly off: boolean;
  readonly reason: string;
  /** Absent: everybody on this calendar. */
  readonly scope?: DayScope;
}

export interface ConfirmCalendarYear extends RegistryCommand {
  readonly type: 'ConfirmCalendarYear';
  readonly calendar: string;
  readonly year: number;
}

export type CalendarCommand = SetCalendarDay | ConfirmCalendarYear;

/** A stream `calendars/<id>`: the last word on each date and scope, and the years confirmed. */
export interface CalendarState {
  readonly days: Readonly<Record<string, boolean>>;
  readonly confirmed: readonly number[];
}

/** The same bounds as a year that can be confirmed. */
const years = { from: 1900, to: 2200 };
const isCovered = (year: number): boolean => Number.isInteger(year) && year >= years.from && year <= years.to;

/** Begins with the date, so that it is never the name of something every object has. */
const dayKey = (date: LocalDate, scope: DayScope = {}): string =>
  JSON.stringify([date, scope.country ?? null, scope.sector ?? null, scope.entity ?? null]);

const requireCalendar = (id: string): void => {
  if (!shippedCalendar(id)) throw new Refusal('calendar/unknown', { calendar: id });
};

const requireScope = ({ scope, context }: SetCalendarDay): void => {
  if (scope?.entity !== undefined && !context.directory.entity(scope.entity)) {
    throw new Refusal('entity/unknown', { entity: scope.entity }, 'scope.entity');
  }
};

/** A day may be set in a confirmed year too: announcements change late, and the confirmation stands. Saying it again changes nothing. */
const setDay = (state: CalendarState, command: SetCalendarDay): readonly DomainEvent[] => {
  const { date, off, reason, scope, on } = command;
  requireStatedDay(command);
  realDate(date, 'date');
  if (!isCovered(yearOf(date))) throw new Refusal('command/invalid', { date, ...years }, 'date');
  requireScope(command);
  if (state.days[dayKey(date, scope)] === off) return [];
  return [event('calendar.day-set.v1', { happenedOn: on, date, off, reason, ...(scope && { scope }) })];
};

const confirmYear = (state: CalendarState, command: ConfirmCalendarYear): readonly DomainEvent[] => {
  const { year, on } = command;
  requireStatedDay(command);
  if (!isCovered(year)) throw new Refusal('command/invalid', { year, ...years }, 'year');
  if (state.confirmed.includes(year)) throw new Refusal('calendar/year-confirmed', { year });
  return [event('calendar.year-confirmed.v1', { happenedOn: on, year })];
};

/** Days that differ from what was computed, and years whose announced list somebody has confirmed (definitions §13). */
export const calendarDecider: Decider<CalendarState, CalendarCommand> = {
  name: 'calendar',
  version: 1,
  initial: { days: {}, confirmed: [] },
  evolve: (state, recorded) => {
    if (recorded.type === 'calendar.day-set.v1') {
      const { date, scope, off } = recorded.data as unknown as EventData<'calendar.day-set.v1'>;
      return { ...state, days: { ...state.days, [dayKey(date, scope)]: off } };
    }
    if (recorded.type === 'calendar.year-confirmed.v1') {
      return { ...state, confirmed: [...state.confirmed, Number(recorded.data.year)] };
    }
    return state;
  },
  decide: (state, command) => {
    requireCalendar(command.calendar);
    return command.type === 'SetCalendarDay' ? setDay(state, command) : confirmYear(state, command);
  },
};
