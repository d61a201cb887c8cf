import { event, isAbsentTarget, isHandOf, refuse, sourceReason, sameValue } from '@masar/contracts';
import type { DomainEvent, LocalDate } from '@masar/contracts';
import { notBefore, notInFuture } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand } from './commands.js';
import { alsoInDraft, fourEyes, notOfOwner, whileOpen } from './guards.js';
import type { KindRules, Rules } from './kind-rules.js';
import { milestoneOf, openMilestone } from './milestone-of.js';
import type { Milestone, TargetChange } from './milestone-state.js';
import type { Initiative } from './state.js';
import { calendarFor, resolve, soundPromise } from './targets.js';

/** Working days a lead may move a working milestone in all, current − original, either direction (definitions §2). */
export const leadsAllowance = 10;

type Move = InitiativeCommand<'MoveTarget'>;

const moved = (milestone: Milestone, { on, to, reason }: Move): readonly DomainEvent[] => [
  event('milestone.target-moved.v1', {
    happenedOn: on,
    milestone: milestone.id,
    from: milestone.current.promise,
    to,
    reason,
  }),
];

/** Where the promise `to` lies from the original one, in working days of the milestone's party; refuses what has no date yet. */
const distance = (initiative: Initiative, milestone: Milestone, { to, context }: Move, kind: KindRules): number => {
  const { party, original, current } = milestone;
  const dateOf = (promise: typeof to): LocalDate =>
    resolve(initiative, party, promise, kind, context) ?? refuse('target/unresolved', { target: promise }, 'to');
  const from = dateOf((original ?? current).promise);
  return calendarFor(initiative, party, context).workingDaysBetween(from, dateOf(to));
};

const changeOf = (milestone: Milestone, id: string): TargetChange =>
  find(milestone.changes, id) ?? refuse('target-change/unknown', { change: id }, 'change');

const undecided = (milestone: Milestone, id: string): TargetChange => {
  const change = changeOf(milestone, id);
  if (change.status !== 'undecided') refuse('target-change/decided', { change: id, status: change.status });
  return change;
};

type Decision = InitiativeCommand<'ApproveTargetChange' | 'RejectTargetChange' | 'ReturnTargetChange'>;

/** A reviewer decides: never the own request, never for an initiative of the own entity. */
const decide = (
  initiative: Initiative,
  command: Decision,
  decision: 'approved' | 'rejected' | 'returned',
): { readonly milestone: Milestone; readonly change: TargetChange; readonly decided: DomainEvent } => {
  const { on, milestone: id, change: changeId, reason } = command;
  notInFuture(command, on, 'on');
  const milestone = milestoneOf(initiative, id);
  const change = undecided(milestone, changeId);
  fourEyes(command, change.requester, 'target-change/own-request', change.requestedFor);
  notOfOwner(initiative, command);
  notBefore(command, on, change.on, 'on');
  const decided = event('milestone.target-change-decided.v1', {
    happenedOn: on,
    milestone: id,
    change: changeId,
    decision,
    ...(decision === 'approved' && { to: change.to }),
    ...(reason && { reason }),
  });
  return { milestone, change, decided };
};

/** The promise in force: set, moved within the allowance, or changed on request. */
export const targetRules: Rules = {
  /** Freely in a draft; once published only where there is none yet. */
  SetTarget: alsoInDraft((initiative, command, kind) => {
    const { on, milestone: id, to, context } = command;
    notInFuture(command, on, 'on');
    const milestone = context.fromSource ? milestoneOf(initiative, id) : openMilestone(initiative, id);
    const { promise } = milestone.current;
    if (initiative.status !== 'draft' && !isAbsentTarget(promise)) refuse('target/already-set', { target: promise });
    if (sameValue(promise, to)) refuse('target/unchanged', { target: to }, 'to');
    soundPromise(initiative, id, to, kind, context, 'to');
    return [event('milestone.target-set.v1', { happenedOn: on, milestone: id, target: to })];
  }),

  MoveTarget: whileOpen((initiative, command, kind) => {
    const { on, milestone: id, to, context } = command;
    notInFuture(command, on, 'on');
    const milestone = context.fromSource ? milestoneOf(initiative, id) : openMilestone(initiative, id);
    if (sameValue(milestone.current.promise, to)) refuse('target/unchanged', { target: to }, 'to');
    soundPromise(initiative, id, to, kind, context, 'to');
    if (context.fromSource) return moved(milestone, { ...command, reason: sourceReason });
    if (isAbsentTarget(milestone.current.promise)) refuse('target/not-set', { milestone: id });
    if (milestone.key) refuse('target/key-milestone', { milestone: id });
    const workingDays = distance(initiative, milestone, command, kind);
    if (Math.abs(workingDays) > leadsAllowance)
      refuse('target/beyond-allowance', { workingDays, allowance: leadsAllowance }, 'to');
    return moved(milestone, command);
  }),

  RequestTargetChange: whileOpen((initiative, command, kind) => {
    const { on, milestone: id, change, to, reason, context } = command;
    notInFuture(command, on, 'on');
    const milestone = openMilestone(initiative, id);
    if (find(milestone.changes, change)) refuse('target-change/exists', { change }, 'id');
    const from = milestone.current.promise;
    if (isAbsentTarget(from)) refuse('target/not-set', { milestone: id });
    const waiting = Object.entries(milestone.changes).find(([, { status }]) => status === 'undecided');
    if (waiting) refuse('target-change/undecided', { change: waiting[0] });
    if (sameValue(from, to)) refuse('target/unchanged', { target: to }, 'to');
    soundPromise(initiative, id, to, kind, context, 'to');
    return [event('milestone.target-change-requested.v1', { happenedOn: on, milestone: id, change, from, to, reason })];
  }),

  /** The other milestones may have changed since the request, so the promise is looked at again. */
  ApproveTargetChange: whileOpen((initiative, command, kind) => {
    const { milestone, change, decided } = decide(initiative, command, 'approved');
    const current = milestone.current.promise;
    if (!sameValue(current, change.from)) refuse('target-change/target-moved', { from: change.from, current });
    soundPromise(initiative, milestone.id, change.to, kind, command.context, 'to');
    return [decided];
  }),
  RejectTargetChange: whileOpen((initiative, command) => [decide(initiative, command, 'rejected').decided]),
  ReturnTargetChange: whileOpen((initiative, command) => [decide(initiative, command, 'returned').decided]),

  WithdrawTargetChange: whileOpen((initiative, command) => {
    const { on, milestone: id, change: changeId, reason, context } = command;
    notInFuture(command, on, 'on');
    const change = undecided(milestoneOf(initiative, id), changeId);
    const askers = [change.requester, change.requestedFor ?? change.requester];
    if (!askers.some((asker) => isHandOf(context.actor, asker)) && !context.actor.onlyAccount)
      refuse('target-change/not-requester', { requester: change.requester });
    notBefore(command, on, change.on, 'on');
    const given = reason ? { reason } : {};
    return [
      event('milestone.target-change-withdrawn.v1', { happenedOn: on, milestone: id, change: changeId, ...given }),
    ];
  }),
};
