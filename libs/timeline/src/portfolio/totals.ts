import type { LocalDate, PortfolioTotals } from '@masar/contracts';
import { withRowAt } from './review.js';
import type { PortfolioRow } from './row.js';

export const noTotals: PortfolioTotals = {
  initiatives: 0,
  byStatus: {},
  missed: 0,
  active: 0,
  waiting: 0,
  paused: 0,
  restricted: 0,
};

/** What one row adds to the totals on a day; a draft adds nothing: it is outside the portfolio (definitions §2). */
export const contribution = (row: PortfolioRow, day: LocalDate): PortfolioTotals => {
  if (row.status === 'draft') return noTotals;
  const { status, missed, active, waiting, paused } = withRowAt(row, day);
  return {
    initiatives: 1,
    byStatus: { [status]: 1 },
    missed,
    active: active ?? 0,
    waiting: waiting ?? 0,
    paused: paused ?? 0,
    restricted: 0,
  };
};

/** What an initiative the reader may not see adds: that it is there, and nothing of it. */
export const restrictedContribution: PortfolioTotals = { ...noTotals, restricted: 1 };

const combined = (a: PortfolioTotals, b: PortfolioTotals, sign: 1 | -1): PortfolioTotals => {
  const byStatus: Record<string, number> = { ...a.byStatus };
  for (const [status, count] of Object.entries(b.byStatus)) {
    const sum = (byStatus[status] ?? 0) + sign * count;
    if (sum === 0) delete byStatus[status];
    else byStatus[status] = sum;
  }
  return {
    initiatives: a.initiatives + sign * b.initiatives,
    byStatus,
    missed: a.missed + sign * b.missed,
    active: a.active + sign * b.active,
    waiting: a.waiting + sign * b.waiting,
    paused: a.paused + sign * b.paused,
    restricted: a.restricted + sign * b.restricted,
  };
};

export const addTotals = (a: PortfolioTotals, b: PortfolioTotals): PortfolioTotals => combined(a, b, 1);
export const subtractTotals = (a: PortfolioTotals, b: PortfolioTotals): PortfolioTotals => combined(a, b, -1);
