import type { CalendarDefinition, Weekday } from '../calendar-definition.js';
import { emiratesHolidays } from './holidays-ae.js';
import { egyptHolidays } from './holidays-eg.js';
import { saudiArabiaHolidays } from './holidays-sa.js';
import { tunisiaHolidays } from './holidays-tn.js';

const thursdayFriday: readonly Weekday[] = [4, 5];
const fridaySaturday: readonly Weekday[] = [5, 6];
const saturdaySunday: readonly Weekday[] = [6, 0];

/** For jurisdictions without a calendar of their own: Saturday and Sunday, no holidays. */
export const fallbackCalendarId = 'any';

/**
 * Weekends of the public sector. The half working Friday of the UAE since 2022 counts as a working day; Saudi Arabia moved
 * on 2013-06-29.
 */
export const shippedCalendars: readonly CalendarDefinition[] = [
  { id: 'EG', name: { ar: 'مصر', en: 'Egypt' }, weekends: [{ days: fridaySaturday }], holidays: egyptHolidays },
  {
    id: 'AE',
    name: { ar: 'الإمارات العربية المتحدة', en: 'United Arab Emirates' },
    weekends: [{ days: fridaySaturday }, { from: '2022-01-01', days: saturdaySunday }],
    holidays: emiratesHolidays,
  },
  {
    id: 'SA',
    name: { ar: 'المملكة العربية السعودية', en: 'Saudi Arabia' },
    weekends: [{ days: thursdayFriday }, { from: '2013-06-29', days: fridaySaturday }],
    holidays: saudiArabiaHolidays,
  },
  { id: 'TN', name: { ar: 'تونس', en: 'Tunisia' }, weekends: [{ days: saturdaySunday }], holidays: tunisiaHolidays },
  { id: fallbackCalendarId, name: { ar: 'تقويم عام', en: 'General' }, weekends: [{ days: saturdaySunday }], holidays: {} },
];

const byId = new Map(shippedCalendars.map((definition) => [definition.id, definition]));

/** A shipped calendar by id; undefined for any other. */
export const shippedCalendar = (id: string): CalendarDefinition | undefined => byId.get(id);

/** The calendar of a jurisdiction: the shipped one of that name, else the general one. */
export const calendarOfJurisdiction = (jurisdiction: string): string =>
  byId.has(jurisdiction) ? jurisdiction : fallbackCalendarId;
