/** The oracle's own date arithmetic: a day is its number since 1970-01-01, nothing more. Shares no code with the product. */
export type DayNumber = number;

const millisecondsPerDay = 86_400_000;

export const dayOf = (date: string): DayNumber => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
};

export const dateOf = (day: DayNumber): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

/** Months keep the day, clamped to the month's end (definitions §2). */
export const addMonths = (day: DayNumber, months: number): DayNumber => {
  const date = new Date(day * millisecondsPerDay);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / millisecondsPerDay + Math.min(date.getUTCDate(), lastDay) - 1;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date of an instant in an IANA zone. */
export const localDateOf = (instant: string, zone: string): string => {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(new Date(instant));
};
