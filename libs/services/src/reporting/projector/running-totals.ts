import { toEpochDay } from '@masar/calendar';
import type { LocalDate, PortfolioTotals } from '@masar/contracts';
import type { StoredRow } from './row.js';

/** A sum over rows that grows evenly: `base` on epoch day 0 and so much more with each day. */
interface Line {
  readonly base: number;
  readonly slope: number;
}

/** Totals of the whole portfolio as a function of the day, kept row by row. */
export interface RunningTotals {
  readonly initiatives: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly missed: number;
  readonly active: Line;
  readonly waiting: Line;
  readonly paused: Line;
}

const level: Line = { base: 0, slope: 0 };
export const emptyTotals: RunningTotals = {
  initiatives: 0,
  byStatus: {},
  missed: 0,
  active: level,
  waiting: level,
  paused: level,
};

const lineOf = (value: number | null, slope: number, from: LocalDate): Line =>
  value === null ? level : { base: value - slope * toEpochDay(from), slope };
const sum = (a: Line, b: Line, sign: number): Line => ({
  base: a.base + sign * b.base,
  slope: a.slope + sign * b.slope,
});

/** Counts a row in (1) or out (−1). */
export const countRow = (totals: RunningTotals, stored: StoredRow | undefined, sign: 1 | -1): RunningTotals => {
  if (!stored) return totals;
  const { row } = stored;
  const count = (totals.byStatus[row.status] ?? 0) + sign;
  const { [row.status]: _old, ...others } = totals.byStatus;
  return {
    initiatives: totals.initiatives + sign,
    byStatus: count === 0 ? others : { ...others, [row.status]: count },
    missed: totals.missed + sign * row.missed,
    active: sum(totals.active, lineOf(row.active, row.growth.active, row.from), sign),
    waiting: sum(totals.waiting, lineOf(row.waiting, row.growth.waiting, row.from), sign),
    paused: sum(totals.paused, lineOf(row.paused, row.growth.paused, row.from), sign),
  };
};

const at = ({ base, slope }: Line, day: LocalDate): number => base + slope * toEpochDay(day);

/** The totals on a day on which every row counted holds. */
export const totalsOn = (totals: RunningTotals, day: LocalDate): PortfolioTotals => ({
  initiatives: totals.initiatives,
  byStatus: inOrder(totals.byStatus),
  missed: totals.missed,
  active: at(totals.active, day),
  waiting: at(totals.waiting, day),
  paused: at(totals.paused, day),
  restricted: 0,
});

/** Statuses by name, so that the same totals are the same text. */
export const inOrder = (byStatus: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(byStatus).sort(([a], [b]) => (a < b ? -1 : 1)));
