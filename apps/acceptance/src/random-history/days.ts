import { dateOf, dayOf } from '../oracle/day-numbers.js';
import type { Random } from './random.js';

export const addDays = (date: string, days: number): string => dateOf(dayOf(date) + days);

/** Mostly today, sometimes late by some days, now and then by many. */
export const reportedDay = (random: Random, today: string): string => {
  if (random.chance(0.6)) return today;
  return addDays(today, -(random.chance(0.8) ? random.between(1, 7) : random.between(8, 40)));
};
