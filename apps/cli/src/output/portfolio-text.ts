import type { PortfolioItem, PortfolioPage } from '@masar/contracts';
import { orDash, tableLines } from './table.js';

const row = (item: PortfolioItem): string[] => [
  `${item.kind}/${item.id}`,
  item.status,
  item.next === null ? '–' : item.next.milestone,
  orDash(item.slip?.days),
  String(item.missed),
  orDash(item.elapsed),
  orDash(item.waiting),
  item.longestWait === null ? '–' : `${item.longestWait.party} ${item.longestWait.days}`,
  item.title.ar ?? item.title.en ?? '',
];

/** Every row of the portfolio and its totals, as a person reads them in a terminal. */
export const portfolioText = (items: readonly PortfolioItem[], totals: PortfolioPage['totals']): string =>
  [
    ...tableLines(
      ['initiative', 'status', 'next', 'slip', 'missed', 'elapsed', 'waiting', 'longest wait', 'title'],
      items.map(row),
    ),
    '',
    `${totals.initiatives} initiatives  missed ${totals.missed}  active ${totals.active}  waiting ${totals.waiting}  paused ${totals.paused}${totals.restricted > 0 ? `  without ${totals.restricted} restricted` : ''}`,
  ].join('\n');
