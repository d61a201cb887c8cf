import { event, refuse } from '@masar/contracts';
import type { DomainEvent } from '@masar/contracts';
import { notInFuture } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand } from './commands.js';
import { happened, whileOpen } from './guards.js';
import type { Rules } from './kind-rules.js';
import { milestoneOf } from './milestone-of.js';
import { closedOn, isReached } from './milestone-state.js';
import { knownParty } from './parties.js';
import type { Initiative } from './state.js';

/** A wait typed late may name a milestone closed since, as long as it began before that. */
const namesOpenMilestone = (initiative: Initiative, { milestone: id, since }: InitiativeCommand<'BeginWait'>): void => {
  if (id === undefined) return;
  const milestone = milestoneOf(initiative, id);
  const over = closedOn(milestone);
  if (over === undefined || since < over) return;
  refuse(isReached(milestone) ? 'milestone/already-reached' : 'milestone/cancelled', { milestone: id, on: over });
};

const openWait = (
  initiative: Initiative,
  command: InitiativeCommand<'AffirmWait' | 'EndWait'>,
): { readonly happenedOn: string; readonly wait: string } => {
  const { on, wait: id } = command;
  notInFuture(command, on, 'on');
  const wait = find(initiative.waits, id) ?? refuse('wait/unknown', { wait: id }, 'wait');
  if (wait.status === 'ended') refuse('wait/ended', { wait: id, on: wait.endedOn, by: wait.endedBy });
  // Nothing ends before it began, whoever says so.
  if (on < wait.since) refuse('date/out-of-order', { date: on, notBefore: wait.since }, 'on');
  return { happenedOn: on, wait: id };
};

/** Spans on a named party. A wait before the stated start is refused: the ledger has no days there to book. */
export const waitRules: Rules = {
  BeginWait: whileOpen((initiative, command): readonly DomainEvent[] => {
    const { wait, party, reason, since, milestone, note, context } = command;
    if (find(initiative.waits, wait)) refuse('wait/exists', { wait }, 'id');
    happened(initiative, command, since, 'since');
    knownParty(context, party);
    namesOpenMilestone(initiative, command);
    return [
      event('wait.began.v1', {
        happenedOn: since,
        wait,
        party,
        reason,
        ...(milestone && { milestone }),
        ...(note && { note }),
      }),
    ];
  }),
  AffirmWait: whileOpen((initiative, command) => [event('wait.affirmed.v1', openWait(initiative, command))]),
  EndWait: whileOpen((initiative, command) => [event('wait.ended.v1', openWait(initiative, command))]),
};
