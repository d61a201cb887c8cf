import { event, refuse } from '@masar/contracts';
import { notBefore, notInFuture, realDate } from '../guards.js';
import type { InitiativeCommand } from './commands.js';
import { alsoAfterEnd, alsoInDraft, fourEyes, happened, holdsRole, notOfParty, whileOpen } from './guards.js';
import type { Rules } from './kind-rules.js';
import { isReached } from './milestone-state.js';
import type { Milestone } from './milestone-state.js';
import { milestoneOf, openMilestone } from './milestone-of.js';
import type { Initiative } from './state.js';

/** Confirming needs one item of evidence, given before or now, or a reviewer's reason (definitions §2). */
const proven = (
  initiative: Initiative,
  milestone: { readonly evidence: number },
  command: InitiativeCommand<'ConfirmMilestone'>,
): boolean =>
  milestone.evidence + (command.evidence?.length ?? 0) > 0 ||
  (command.reason !== undefined && holdsRole(initiative, command.context, 'reviewer'));

const partyOf = (initiative: Initiative, { party }: Milestone): string => party ?? `entity:${initiative.owner}`;

/** What happens to a milestone: start, forecast, reach, confirm, reopen, cancel. */
export const milestoneRules: Rules = {
  StartMilestone: whileOpen((initiative, command) => {
    const { on, milestone: id } = command;
    happened(initiative, command);
    const { startedOn } = openMilestone(initiative, id);
    if (startedOn !== undefined) refuse('milestone/already-started', { milestone: id, on: startedOn });
    return [event('milestone.started.v1', { happenedOn: on, milestone: id })];
  }),

  /** What the team expects; any day may be expected, also one that has passed while the report is outstanding. */
  ForecastMilestone: whileOpen((initiative, command) => {
    const { on, milestone: id, date, reason } = command;
    notInFuture(command, on, 'on');
    realDate(date, 'date');
    openMilestone(initiative, id);
    return [event('milestone.forecast.v1', { happenedOn: on, milestone: id, date, ...(reason && { reason }) })];
  }),

  ReachMilestone: whileOpen((initiative, command) => {
    const { on, milestone: id, evidence } = command;
    happened(initiative, command);
    const milestone = openMilestone(initiative, id);
    if (milestone.stage !== undefined) refuse('milestone/bound-to-stage', { milestone: id, stage: milestone.stage });
    notBefore(command, on, milestone.startedOn, 'on');
    if (milestone.status === 'reopened') notBefore(command, on, milestone.reopenedOn, 'on');
    return [event('milestone.reached.v1', { happenedOn: on, milestone: id, evidence: [...(evidence ?? [])] })];
  }),

  /** By somebody who neither reported nor belongs to the milestone's party (definitions §11). */
  ConfirmMilestone: alsoAfterEnd((initiative, command) => {
    const { on, milestone: id, reason, evidence } = command;
    notInFuture(command, on, 'on');
    const milestone = milestoneOf(initiative, id);
    if (milestone.status === 'confirmed')
      return refuse('milestone/already-confirmed', { milestone: id, on: milestone.confirmedOn });
    if (!isReached(milestone)) return refuse('milestone/not-reached', { milestone: id });
    notBefore(command, on, milestone.reachedOn, 'on');
    fourEyes(command, milestone.reporter, 'milestone/same-reporter', milestone.reportedFor);
    notOfParty(command, partyOf(initiative, milestone), 'access/four-eyes');
    if (!proven(initiative, milestone, command) && !command.context.fromSource)
      refuse('milestone/evidence-missing', { milestone: id });
    const given = { ...(reason && { reason }), ...(evidence && evidence.length > 0 && { evidence: [...evidence] }) };
    return [event('milestone.confirmed.v1', { happenedOn: on, milestone: id, ...given })];
  }),

  ReopenMilestone: whileOpen((initiative, command) => {
    const { on, milestone: id, reason } = command;
    happened(initiative, command);
    const milestone = milestoneOf(initiative, id);
    if (!isReached(milestone)) return refuse('milestone/not-reached', { milestone: id });
    notBefore(command, on, milestone.status === 'confirmed' ? milestone.confirmedOn : milestone.reachedOn, 'on');
    return [event('milestone.reopened.v1', { happenedOn: on, milestone: id, reason })];
  }),

  CancelMilestone: alsoInDraft((initiative, command) => {
    const { on, milestone: id, reason } = command;
    happened(initiative, command);
    const milestone = openMilestone(initiative, id);
    notBefore(command, on, milestone.status === 'reopened' ? milestone.reopenedOn : milestone.startedOn, 'on');
    return [event('milestone.cancelled.v1', { happenedOn: on, milestone: id, reason })];
  }),
};
