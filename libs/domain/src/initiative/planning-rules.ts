import { event, refuse, sameValue } from '@masar/contracts';
import type { DomainEvent } from '@masar/contracts';
import { notInFuture } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand } from './commands.js';
import { hangsOn } from './dependency-cycle.js';
import { alsoInDraft } from './guards.js';
import type { KindRules, Rules } from './kind-rules.js';
import { milestoneOf } from './milestone-of.js';
import { knownParty } from './parties.js';
import { knownStage } from './stages.js';
import type { Initiative } from './state.js';
import { knownReference, noCycle, soundPromise } from './targets.js';

const uniqueReferences = (references: readonly string[]): string[] => [...new Set(references)];

/** A milestone bound to a stage the law has already entered is reached by that entry, in the same commit. */
const reachedAtOnce = (
  initiative: Initiative,
  { milestone, stage }: InitiativeCommand<'PlanMilestone'>,
  kind: KindRules,
): readonly DomainEvent[] => {
  const entered = stage === undefined ? undefined : kind.stages?.enteredOn(initiative, stage);
  return entered === undefined ? [] : [event('milestone.reached.v1', { happenedOn: entered, milestone, evidence: [] })];
};

/** What a milestone is and hangs on: plan, describe, dependencies. */
export const planningRules: Rules = {
  PlanMilestone: alsoInDraft((initiative, command, kind) => {
    const { on, milestone, title, milestoneType, party, target, key, weight, stage, context } = command;
    notInFuture(command, on, 'on');
    if (find(initiative.milestones, milestone)) refuse('milestone/exists', { milestone }, 'id');
    if (party !== undefined) knownParty(context, party);
    if (stage !== undefined) knownStage(initiative, stage, kind, context, 'stage');
    const dependsOn = uniqueReferences(command.dependsOn ?? []);
    noCycle(initiative, milestone, { dependsOn, promises: [] }, 'dependsOn');
    dependsOn.forEach((reference) => knownReference(initiative, reference, kind, context, 'dependsOn'));
    soundPromise(initiative, milestone, target, kind, context, 'target');
    const planned = event('milestone.planned.v1', {
      happenedOn: on,
      milestone,
      title,
      target,
      key: key ?? false,
      dependsOn,
      ...(milestoneType && { type: milestoneType }),
      ...(party && { party }),
      ...(weight !== undefined && { weight }),
      ...(stage && { stage }),
    });
    return [planned, ...reachedAtOnce(initiative, command, kind)];
  }),

  DescribeMilestone: alsoInDraft((initiative, command) => {
    const { on, milestone: id, title, milestoneType, weight } = command;
    notInFuture(command, on, 'on');
    const milestone = milestoneOf(initiative, id);
    const described = {
      ...(title && !sameValue(title, milestone.title) && { title }),
      ...(milestoneType && { type: milestoneType }),
      ...(weight !== undefined && { weight }),
    };
    if (Object.keys(described).length === 0) return [];
    return [event('milestone.described.v1', { happenedOn: on, milestone: id, ...described })];
  }),

  SetDependencies: alsoInDraft((initiative, command, kind) => {
    const { on, milestone: id, context } = command;
    notInFuture(command, on, 'on');
    const milestone = milestoneOf(initiative, id);
    const dependsOn = uniqueReferences(command.dependsOn);
    if (sameValue(dependsOn, milestone.dependsOn)) return [];
    noCycle(initiative, id, { dependsOn, promises: hangsOn(initiative, id).promises }, 'dependsOn');
    dependsOn.forEach((reference) => knownReference(initiative, reference, kind, context, 'dependsOn'));
    return [event('milestone.dependencies-set.v1', { happenedOn: on, milestone: id, dependsOn })];
  }),
};
