import type { Timeline } from '../initiative/reading.js';

/** One decision the page asks its readers for, with the event it rests on. */
export type Asked =
  | { readonly sort: 'move'; readonly milestone: Timeline['milestones'][number]; readonly because: string }
  | { readonly sort: 'blocker'; readonly blocker: Timeline['blockers'][number] }
  | { readonly sort: 'contest'; readonly party: string; readonly days: number };

/** What stands undecided: dates asked for, obstacles the most overdue first, contested days. */
export const askedOf = ({
  milestones,
  blockers,
  ledger,
}: Pick<Timeline, 'milestones' | 'blockers' | 'ledger'>): readonly Asked[] => {
  const moves = milestones.flatMap((milestone): Asked[] =>
    milestone.request ? [{ sort: 'move', milestone, because: milestone.request.because }] : [],
  );
  const open = blockers
    .filter(({ resolvedOn }) => resolvedOn === null)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((blocker): Asked => ({ sort: 'blocker', blocker }));
  const contests = (ledger?.byParty ?? [])
    .filter(({ contested }) => contested > 0)
    .map(({ party, contested }): Asked => ({ sort: 'contest', party, days: contested }));
  return [...moves, ...open, ...contests];
};
