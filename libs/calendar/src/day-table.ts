import type { CalendarDefinition, DayOverride, WeekendRule } from './calendar-definition.js';
import { epochDayOf, toEpochDay, weekdayOf, yearOf } from './local-date.js';

const leastYears = { from: 2000, to: 2040 };

/** Counts working days before any epoch day, against a fixed beginning; differences of two counts are spans. */
export type WorkedBefore = (epochDay: number) => number;

const weekendMask = (rule: WeekendRule | undefined): number =>
  (rule?.days ?? []).reduce<number>((mask, day) => mask | (1 << day), 0);

/** Working days in `[from, to)` of a week pattern that never changes. */
const patternDays = (mask: number, from: number, to: number): number => {
  const weeks = Math.floor((to - from) / 7);
  let worked = 0;
  for (let weekday = 0; weekday < 7; weekday++) if ((mask & (1 << weekday)) === 0) worked += weeks;
  for (let day = from + weeks * 7; day < to; day++) if ((mask & (1 << weekdayOf(day))) === 0) worked++;
  return worked;
};

const yearsCovered = (
  definition: CalendarDefinition,
  overrides: readonly DayOverride[],
): { from: number; to: number } => {
  const years = [
    ...Object.keys(definition.holidays).map(Number),
    ...definition.weekends.flatMap((rule) => (rule.from ? [yearOf(rule.from)] : [])),
    ...overrides.map((override) => yearOf(override.date)),
  ];
  return {
    from: years.reduce((least, year) => Math.min(least, year), leastYears.from),
    to: years.reduce((most, year) => Math.max(most, year), leastYears.to),
  };
};

/** One flag a day, 1 for a working day, from `first` on: weekends, then holidays, then overrides. */
const workedFlags = (
  definition: CalendarDefinition,
  overrides: readonly DayOverride[],
  first: number,
  length: number,
): Uint8Array => {
  const flags = new Uint8Array(length);
  const rules = definition.weekends.map((rule) => ({
    from: rule.from ? toEpochDay(rule.from) : -Infinity,
    mask: weekendMask(rule),
  }));
  let rule = 0;
  for (let slot = 0; slot < length; slot++) {
    while (rule + 1 < rules.length && first + slot >= (rules[rule + 1]?.from ?? Infinity)) rule++;
    flags[slot] = ((rules[rule]?.mask ?? 0) & (1 << weekdayOf(first + slot))) === 0 ? 1 : 0;
  }
  for (const [year, days] of Object.entries(definition.holidays)) {
    for (const day of days.split(' ')) {
      if (day) flags[epochDayOf(Number(year), Number(day.slice(0, 2)), Number(day.slice(2))) - first] = 0;
    }
  }
  for (const override of overrides) flags[toEpochDay(override.date) - first] = override.off ? 0 : 1;
  return flags;
};

/**
 * A running count over every year that has holidays, overrides or a change of weekend; outside it the week pattern alone
 * counts, by arithmetic, so that a date in the year 9999 costs nothing.
 */
export const workedBefore = (definition: CalendarDefinition, overrides: readonly DayOverride[]): WorkedBefore => {
  const years = yearsCovered(definition, overrides);
  const first = epochDayOf(years.from, 1, 1);
  const length = epochDayOf(years.to + 1, 1, 1) - first;
  const flags = workedFlags(definition, overrides, first, length);
  const counts = new Int32Array(length + 1);
  for (let slot = 0; slot < length; slot++) counts[slot + 1] = (counts[slot] ?? 0) + (flags[slot] ?? 0);
  const total = counts[length] ?? 0;
  const earliest = weekendMask(definition.weekends[0]);
  const latest = weekendMask(definition.weekends.at(-1));
  return (epochDay) => {
    const slot = epochDay - first;
    if (slot >= 0 && slot <= length) return counts[slot] ?? 0;
    return slot < 0
      ? 0 - patternDays(earliest, epochDay, first)
      : total + patternDays(latest, first + length, epochDay);
  };
};
