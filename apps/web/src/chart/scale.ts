import { CalendarDate, IslamicUmalquraCalendar, toCalendar } from '@internationalized/date';

/** From the first day to the last that a chart shows, both `YYYY-MM-DD`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export type Direction = 'rtl' | 'ltr';

/** Where on a line a day lies. Time runs in the reading direction: the same call mirrors by itself. */
export interface Scale {
  (day: string): number;
  readonly extent: number;
  /** What one step later adds: 1, or −1 where the page runs from right to left. */
  readonly forward: 1 | -1;
  readonly span: Span;
}

const millisecondsOfDay = 86_400_000;
export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / millisecondsOfDay);
export const dayFromNumber = (number: number): string =>
  new Date(number * millisecondsOfDay).toISOString().slice(0, 10);
export const laterBy = (day: string, days: number): string => dayFromNumber(dayNumber(day) + days);
export const daysFrom = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** `padding` is left free at both ends, so that a mark on the first or last day is whole. */
export const dayScale = (span: Span, length: number, direction: Direction, padding = 6): Scale => {
  const first = dayNumber(span.from);
  const days = Math.max(1, dayNumber(span.to) - first);
  const place = (day: string): number => {
    const along = padding + ((dayNumber(day) - first) / days) * (length - 2 * padding);
    return Math.round((direction === 'rtl' ? length - along : along) * 10) / 10;
  };
  return Object.assign(place, { extent: length, forward: direction === 'rtl' ? -1 : 1, span } as const);
};

/** First days of Gregorian months within the span; `every` 3 gives quarters, 6 half years, 12 years. */
export const monthStarts = ({ from, to }: Span, every = 1): readonly string[] => {
  const starts: string[] = [];
  const at = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  for (; at.toISOString().slice(0, 10) <= to; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const day = at.toISOString().slice(0, 10);
    if (day >= from && at.getUTCMonth() % every === 0) starts.push(day);
  }
  return starts;
};

/** First days of Hijri months (Umm al-Qura) within the span, as Gregorian days. */
export const hijriMonthStarts = ({ from, to }: Span): readonly string[] => {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  let at = toCalendar(new CalendarDate(year, month, day), new IslamicUmalquraCalendar()).set({ day: 1 });
  const starts: string[] = [];
  for (;;) {
    const start = dayFromNumber(at.toDate('UTC').getTime() / millisecondsOfDay);
    if (start > to) return starts;
    if (start >= from) starts.push(start);
    at = at.add({ months: 1 });
  }
};

/** How many months lie between two names on the axis, so that names of `room` pixels do not run into each other. */
export const monthStep = (span: Span, length: number, room: number): number => {
  const perMonth = (length / Math.max(1, daysFrom(span.from, span.to))) * 30.4;
  return [1, 2, 3, 6, 12].find((step) => step * perMonth >= room) ?? 12;
};
