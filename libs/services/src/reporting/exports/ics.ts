import ical from 'ical-generator';
import { readable } from '@masar/contracts';
import type { ExportFormat } from './format.js';

/** A milestone's date as a day in somebody's calendar. */
export interface CalendarDay {
  /** `projects/P-1/milestones/m-2`: the same for life, so that a calendar that reads the file again moves the day. */
  readonly id: string;
  readonly date: string;
  readonly summary: string;
  readonly description: string;
  /** Of the initiative's stream: rises with every change. */
  readonly sequence: number;
  /** When the figures became known; the stamp of the entry. */
  readonly stamp: string;
}

const calendarOf = (days: readonly CalendarDay[]): string => {
  const calendar = ical({ name: 'Masar · مسار', prodId: { company: 'masar', product: 'masar', language: 'AR' } });
  for (const day of days) {
    const start = new Date(`${day.date}T00:00:00.000Z`);
    calendar.createEvent({
      id: day.id,
      start,
      end: new Date(start.getTime() + 86_400_000),
      allDay: true,
      timezone: 'UTC',
      stamp: new Date(day.stamp),
      summary: readable(day.summary),
      description: day.description,
      sequence: day.sequence,
    });
  }
  return calendar.toString();
};

const entries = 'BEGIN:VEVENT';
const end = 'END:VCALENDAR';

/** iCalendar (RFC 5545): one all-day entry per dated target. The library writes whole calendars, so of each batch only its entries are taken. */
export const icsFormat = (): ExportFormat<CalendarDay> => {
  const empty = calendarOf([]);
  return {
    mediaType: 'text/calendar; charset=utf-8',
    head: () => `${empty.slice(0, empty.indexOf(end)).trimEnd()}\r\n`,
    rows: (days) => {
      if (days.length === 0) return '';
      const text = calendarOf(days);
      return `${text.slice(text.indexOf(entries), text.lastIndexOf(end)).trimEnd()}\r\n`;
    },
    tail: () => `${end}\r\n`,
  };
};
