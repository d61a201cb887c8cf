import { refuse } from '@masar/contracts';
import { find } from './by-id.js';
import { isReached } from './milestone-state.js';
import type { Milestone, OpenMilestone } from './milestone-state.js';
import type { Initiative } from './state.js';

/** The milestone, or `milestone/unknown`. */
export const milestoneOf = (initiative: Initiative, id: string): Milestone =>
  find(initiative.milestones, id) ?? refuse('milestone/unknown', { milestone: id }, 'milestone');

/** The milestone while it is open, or why it is not. */
export const openMilestone = (initiative: Initiative, id: string): OpenMilestone => {
  const milestone = milestoneOf(initiative, id);
  if (isReached(milestone)) return refuse('milestone/already-reached', { milestone: id, on: milestone.reachedOn });
  if (milestone.status === 'cancelled')
    return refuse('milestone/cancelled', { milestone: id, on: milestone.cancelledOn });
  return milestone;
};
