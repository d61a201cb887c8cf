import type { LocalDate } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import { find } from './by-id.js';
import type { KindRules } from './kind-rules.js';
import { isReached } from './milestone-state.js';
import type { Initiative } from './state.js';

/** The anchor of a relative target that is no milestone: the initiative's start. */
export const startAnchor = 'start';

const within = (initiative: Initiative, part: 'milestones' | 'stages', reference: string): string | undefined => {
  const prefix = `${initiative.stream}/${part}/`;
  return reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
};

/** The id of this initiative's own milestone that a reference names: `m-2`, or in full. */
export const ownMilestone = (initiative: Initiative, reference: string): string | undefined =>
  reference.includes('/') ? within(initiative, 'milestones', reference) : reference;

/** The stage of this very law that a reference names. */
export const ownStage = (initiative: Initiative, reference: string): string | undefined =>
  within(initiative, 'stages', reference);

/** The first day: as stated, else as its kind derives it (a law starts with its first stage). */
export const startOf = (initiative: Initiative, kind: KindRules): LocalDate | undefined =>
  initiative.startedOn ?? kind.derivedStart?.(initiative);

/** When what a reference names happened: from this stream where it is its own, else as the context knows it. */
export const actualOf = (
  initiative: Initiative,
  reference: string,
  kind: KindRules,
  context: CommandContext,
): LocalDate | undefined => {
  if (reference === startAnchor) return startOf(initiative, kind);
  const stage = ownStage(initiative, reference);
  if (stage !== undefined) return kind.stages?.enteredOn(initiative, stage);
  const id = ownMilestone(initiative, reference);
  if (id === undefined) return context.dateOf(reference);
  const milestone = find(initiative.milestones, id);
  return milestone && isReached(milestone) ? milestone.reachedOn : undefined;
};
