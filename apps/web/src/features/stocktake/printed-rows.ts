import type { Row } from '../initiative/timeline/rows.js';

const isDone = ({ milestone, visits }: Row): boolean =>
  milestone ? milestone.actual !== null || milestone.status === 'cancelled' : visits.every(({ to }) => to !== null);

/** As many rows as fit on the page, in their own order: what is done gives way first, the oldest of it before the rest. */
export const printedRows = (rows: readonly Row[], most: number): readonly Row[] => {
  let surplus = rows.length - most;
  const kept = rows.filter((row) => {
    if (surplus <= 0 || !isDone(row)) return true;
    surplus -= 1;
    return false;
  });
  return kept.slice(0, most);
};
