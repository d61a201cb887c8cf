import { refuse, type DomainEvent } from '@masar/contracts';
import type { Decider } from '@masar/event-store';
import type { CommitmentCommand } from './commands.js';
import { evolve } from './evolve.js';
import { offer } from './offering.js';
import { commitmentRules } from './rules.js';
import type { Commitment, CommitmentState } from './state.js';

type AnyRule = (commitment: Commitment, command: CommitmentCommand) => readonly DomainEvent[];

/** The rule book of a stream `commitments/<id>`: offered, answered, reported with evidence, decided (definitions §10). */
export const commitmentDecider: Decider<CommitmentState, CommitmentCommand> = {
  name: 'commitment',
  version: 1,
  initial: { status: 'unoffered' },
  evolve,
  decide: (state, command) => {
    if (command.type === 'OfferCommitment')
      return state.status === 'unoffered' ? offer(command) : refuse('stream/exists', { id: state.stream });
    if (state.status === 'unoffered') return refuse('stream/not-found');
    return (commitmentRules[command.type] as AnyRule)(state, command);
  },
};
