import { daysBetween, fromEpochDay, toEpochDay } from '@masar/calendar';
import { sameValue, type LocalDate, type PortfolioItem } from '@masar/contracts';
import type { Question } from '../derive/question.js';
import { rowOnDay, type RowOnDay } from './derive-row.js';
import type { PortfolioRow } from './row.js';

const grown = (count: number | null, growth: number, days: number): number | null =>
  count === null ? null : count + growth * days;

/** The row `days` later if nothing but its running counts changes. */
const later = <T extends Omit<PortfolioRow, 'reviewOn'>>(row: T, days: number): T => {
  const { growth, longestWait } = row;
  return {
    ...row,
    elapsed: grown(row.elapsed, growth.elapsed, days),
    active: grown(row.active, growth.active, days),
    waiting: grown(row.waiting, growth.waiting, days),
    paused: grown(row.paused, growth.paused, days),
    contested: row.contested + growth.contested * days,
    longestWait: longestWait && { ...longestWait, days: longestWait.days + growth.longestWait * days },
  };
};

/** Whether two rows are alike but for their day. What grows counts too, so that every day of a validity names the same end. */
const alike = (a: RowOnDay['row'], b: RowOnDay['row']): boolean => sameValue({ ...a, from: b.from }, b);

/**
 * The next day on which time alone changes more of the row, or of its milestones, than the running counts, or lets
 * other counts run; null when none will. Only days a rule named while the row was derived are looked at, in order, and
 * each is derived: a day on which a rule turns without the row showing it is passed over.
 */
const reviewOn = (question: Question, first: RowOnDay): LocalDate | null => {
  const from = toEpochDay(question.on);
  const turns = new Set(first.turns);
  const passed = new Set<number>();
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    for (const day of turns) if (day < next && !passed.has(day)) next = day;
    if (next === Number.POSITIVE_INFINITY) return null;
    passed.add(next);
    const on = rowOnDay({ ...question, on: fromEpochDay(next) }, first.row.milestones);
    if (!on || !alike(on.row, later(first.row, next - from))) return fromEpochDay(next);
    for (const day of on.turns) turns.add(day);
  }
};

/**
 * The portfolio's line of one initiative on a day, with how it grows and the day it has to be looked at again
 * (architecture, reporting). Facts, directory and related facts are those of the question, so a later event ends its
 * validity too.
 */
export const portfolioRow = (question: Question): PortfolioRow => {
  const first = rowOnDay(question);
  return { ...first.row, reviewOn: reviewOn(question, first) };
};

/** What readers see of a kept row. */
export const publicRow = (row: PortfolioRow): PortfolioItem => {
  const {
    stream: _stream,
    from: _from,
    growth: _growth,
    audience: _audience,
    milestones: _milestones,
    waits: _waits,
    pauseLapsedOn: _pauseLapsedOn,
    ...item
  } = row;
  return item;
};

/** The row as it reads on a day of its validity: from the day it was derived on, before `reviewOn`. */
export const withRowAt = (row: PortfolioRow, day: LocalDate): PortfolioItem =>
  publicRow(later(row, daysBetween(row.from, day)));
