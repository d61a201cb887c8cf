import { event, refuse } from '@masar/contracts';
import { notBefore, notInFuture, realDate } from '../guards.js';
import { find } from './by-id.js';
import { happened, whileOpen } from './guards.js';
import type { Rules } from './kind-rules.js';
import { knownParty } from './parties.js';

const isParty = (decider: string): boolean => decider.includes(':');

/** Obstacles with a named decider. A decider is a party or the user name of a person, who is not ours to know. */
export const blockerRules: Rules = {
  RaiseBlocker: whileOpen((initiative, command) => {
    const { on, blocker, title, decider, dueOn, wait, context } = command;
    happened(initiative, command);
    realDate(dueOn, 'dueOn');
    if (find(initiative.blockers, blocker)) refuse('blocker/exists', { blocker }, 'id');
    if (isParty(decider)) knownParty(context, decider, 'decider');
    if (wait !== undefined && find(initiative.waits, wait) === undefined) refuse('wait/unknown', { wait }, 'wait');
    const raised = { blocker, title, decider, dueOn, ...(wait && { wait }) };
    return [event('blocker.raised.v1', { happenedOn: on, ...raised })];
  }),

  ResolveBlocker: whileOpen((initiative, command) => {
    const { on, blocker: id, outcome } = command;
    notInFuture(command, on, 'on');
    const blocker = find(initiative.blockers, id) ?? refuse('blocker/unknown', { blocker: id }, 'blocker');
    if (blocker.status === 'resolved') refuse('blocker/resolved', { blocker: id });
    notBefore(command, on, blocker.raisedOn, 'on');
    return [event('blocker.resolved.v1', { happenedOn: on, blocker: id, outcome })];
  }),
};
