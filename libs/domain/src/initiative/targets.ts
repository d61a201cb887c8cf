import { addDays, addMonths } from '@masar/calendar';
import { isAbsentTarget, isDateTarget, isRelativeTarget, refuse } from '@masar/contracts';
import type { LocalDate, Party, RelativeTarget, TargetPromise } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import { realDate } from '../guards.js';
import { find } from './by-id.js';
import { cycleThrough, hangsOn } from './dependency-cycle.js';
import type { KindRules } from './kind-rules.js';
import { actualOf, ownMilestone, ownStage, startAnchor } from './references.js';
import { hasStage } from './stages.js';
import type { Initiative } from './state.js';

/** The calendar a milestone's working days are counted in: its party's, else the owner's (definitions §1). */
export const calendarFor = (initiative: Initiative, party: Party | undefined, { directory }: CommandContext) =>
  directory.calendarOf(party ?? `entity:${initiative.owner}`, initiative.owner);

/**
 * The date a promise stands for today: itself, or its anchor's actual plus the span (months keep the day, clamped to
 * month end). Undefined while absent or unresolved.
 */
export const resolve = (
  initiative: Initiative,
  party: Party | undefined,
  promise: TargetPromise,
  kind: KindRules,
  context: CommandContext,
): LocalDate | undefined => {
  if (isDateTarget(promise)) return promise;
  if (isAbsentTarget(promise)) return undefined;
  const anchor = actualOf(initiative, promise.after, kind, context);
  if (anchor === undefined) return undefined;
  if (promise.months !== undefined) return addMonths(anchor, promise.months);
  const days = promise.days ?? 0;
  return promise.working ? calendarFor(initiative, party, context).addWorkingDays(anchor, days) : addDays(anchor, days);
};

/** Refuses `milestone/unknown-dependency` for a reference to a milestone or stage this initiative does not have. */
export const knownReference = (
  initiative: Initiative,
  reference: string,
  kind: KindRules,
  context: CommandContext,
  path: string,
): void => {
  const stage = ownStage(initiative, reference);
  const id = ownMilestone(initiative, reference);
  const unknown =
    stage !== undefined
      ? !hasStage(initiative, stage, kind, context)
      : id !== undefined && find(initiative.milestones, id) === undefined;
  if (unknown) refuse('milestone/unknown-dependency', { reference }, path);
};

const wellFormed = ({ days, months, working }: RelativeTarget): boolean =>
  (days === undefined) !== (months === undefined) && !(working && months !== undefined);

/** Refuses what `hangsOn` would close to a circle: `milestone/cycle`. */
export const noCycle = (
  initiative: Initiative,
  id: string,
  proposed: { readonly dependsOn: readonly string[]; readonly promises: readonly TargetPromise[] },
  path: string,
): void => {
  const cycle = cycleThrough(initiative, id, proposed);
  if (cycle) refuse('milestone/cycle', { cycle }, path);
};

/**
 * Refuses a promise that cannot be one: a day that does not exist, a rule without exactly one span or with months of
 * working days, an anchor of this initiative that is unknown or that hangs on the milestone itself.
 */
export const soundPromise = (
  initiative: Initiative,
  id: string,
  promise: TargetPromise,
  kind: KindRules,
  context: CommandContext,
  path: string,
): void => {
  if (isDateTarget(promise)) realDate(promise, path);
  if (!isRelativeTarget(promise)) return;
  if (!wellFormed(promise)) refuse('command/invalid', { target: promise }, path);
  if (promise.after === startAnchor) return;
  noCycle(initiative, id, { dependsOn: hangsOn(initiative, id).dependsOn, promises: [promise] }, path);
  knownReference(initiative, promise.after, kind, context, path);
};
