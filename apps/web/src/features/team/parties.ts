import type { Row } from './board.js';

const mostOffered = 5;

/** Whom a team usually waits on: whoever acts in the same initiative or in its others, and the cabinet. */
export const partiesNear = (row: Row, rows: readonly Row[], own: readonly string[]): string[] => {
  const isOther = (party: string) =>
    !own.includes(party.replace(/^entity:/, '')) && party !== 'constitutional-procedure';
  const same = rows.filter(({ initiative }) => initiative.id === row.initiative.id);
  const acting = [...same, ...rows].map(({ party }) => party);
  const owner = `entity:${row.initiative.owner}`;
  return [...new Set([row.party, ...acting, owner, 'cabinet'])].filter(isOther).slice(0, mostOffered);
};
