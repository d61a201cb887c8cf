import { event, otherSide, refuse, type DomainEvent } from '@masar/contracts';
import { realDate } from '../guards.js';
import type { CommitmentCommand } from './commands.js';
import { dueChangesNext, forSide, sideOf, whileRunning } from './guards.js';
import type { Commitment, DueChange } from './state.js';

/** Either side proposes another due date; one proposal at a time. */
export const propose = (
  commitment: Commitment,
  command: CommitmentCommand<'ProposeDueChange'>,
): readonly DomainEvent[] => {
  const { on, change, to, reason, context } = command;
  dueChangesNext(commitment, command);
  const proposedBy = sideOf(context, commitment.partner);
  forSide(commitment, command, proposedBy);
  whileRunning(commitment);
  realDate(to, 'to');
  if (Object.hasOwn(commitment.changes, change)) refuse('due-change/exists', { change }, 'id');
  const open = Object.entries(commitment.changes).find(([, { status }]) => status === 'undecided');
  if (open) refuse('due-change/undecided', { change: open[0] });
  const offered = commitment.steps[0]!.on;
  if (to < offered) refuse('date/out-of-order', { date: to, notBefore: offered }, 'to');
  if (to === commitment.dueOn) refuse('due-change/unchanged', { dueOn: to }, 'to');
  const from = commitment.dueOn;
  return [event('commitment.due-change-proposed.v1', { happenedOn: on, change, from, to, reason, proposedBy })];
};

/** The other side decides. */
const undecided = (
  commitment: Commitment,
  command: CommitmentCommand<'AgreeToDueChange' | 'RefuseDueChange'>,
): DueChange => {
  const { change: id } = command;
  dueChangesNext(commitment, command);
  const change = Object.hasOwn(commitment.changes, id) ? commitment.changes[id] : undefined;
  if (!change) return refuse('due-change/unknown', { change: id }, 'change');
  forSide(commitment, command, otherSide(change.proposedBy));
  if (change.status !== 'undecided') refuse('due-change/decided', { change: id, status: change.status });
  return change;
};

export const agree = (
  commitment: Commitment,
  command: CommitmentCommand<'AgreeToDueChange'>,
): readonly DomainEvent[] => {
  const { to } = undecided(commitment, command);
  const { on, change } = command;
  return [event('commitment.due-change-decided.v1', { happenedOn: on, change, decision: 'agreed', to })];
};

export const refuseChange = (
  commitment: Commitment,
  command: CommitmentCommand<'RefuseDueChange'>,
): readonly DomainEvent[] => {
  undecided(commitment, command);
  const { on, change, reason } = command;
  const words = reason === undefined ? {} : { reason };
  return [event('commitment.due-change-decided.v1', { happenedOn: on, change, decision: 'refused', ...words })];
};
