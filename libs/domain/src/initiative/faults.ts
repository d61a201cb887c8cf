import type { LocalDate } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import { cycleThrough, hangsOn } from './dependency-cycle.js';
import type { Fault, KindRules } from './kind-rules.js';
import { isReached } from './milestone-state.js';
import type { Milestone } from './milestone-state.js';
import type { Initiative } from './state.js';

const outOfOrder = (at: string, dates: readonly (LocalDate | undefined)[]): readonly Fault[] => {
  const known = dates.filter((date) => date !== undefined);
  return known.some((date, index) => index > 0 && date < (known[index - 1] ?? date))
    ? [{ code: 'date/out-of-order', at }]
    : [];
};

const milestoneFaults = (initiative: Initiative, milestone: Milestone): readonly Fault[] => {
  const { id, startedOn } = milestone;
  const at = `milestones/${id}`;
  const order = isReached(milestone)
    ? [startedOn, milestone.reachedOn, milestone.status === 'confirmed' ? milestone.confirmedOn : undefined]
    : [startedOn, milestone.status === 'cancelled' ? milestone.cancelledOn : undefined];
  const cycle = cycleThrough(initiative, id, hangsOn(initiative, id));
  return [...outOfOrder(at, order), ...(cycle ? [{ code: 'milestone/cycle', at } as const] : [])];
};

/**
 * What in a history could not have come about by accepted commands: things that end before they begin, circles. A source
 * may have recorded such a history; a correction is refused only for a fault it would add.
 */
export const faultsOf = (initiative: Initiative, kind: KindRules, context: CommandContext): readonly Fault[] => {
  const { milestones, waits, startedOn, endedOn } = initiative;
  const actuals = Object.values(milestones).filter(isReached);
  return [
    ...outOfOrder('initiative', [startedOn, endedOn]),
    ...actuals.flatMap(({ id, reachedOn }) => outOfOrder(`end/${id}`, [reachedOn, endedOn])),
    ...Object.values(milestones).flatMap((milestone) => milestoneFaults(initiative, milestone)),
    ...Object.entries(waits).flatMap(([id, wait]) =>
      wait.status === 'ended' && wait.endedBy === 'hand' ? outOfOrder(`waits/${id}`, [wait.since, wait.endedOn]) : [],
    ),
    ...(kind.faults?.(initiative, context) ?? []),
  ];
};
