import { debtorSide, event, otherSide, refuse, type CommitmentSide, type DomainEvent } from '@masar/contracts';
import type { CommitmentCommand, CommitmentCommandType } from './commands.js';
import { agree, propose, refuseChange } from './due-changes.js';
import { forSide, happensNext, notReporter, whileRunning } from './guards.js';
import { lastStep, type Commitment } from './state.js';

type Rule<T extends CommitmentCommandType> = (
  commitment: Commitment,
  command: CommitmentCommand<T>,
) => readonly DomainEvent[];

/** The side it was offered to, while it has not answered. */
const answering = (commitment: Commitment, command: CommitmentCommand): void => {
  happensNext(commitment, command);
  forSide(commitment, command, otherSide(commitment.offeredBy));
  if (commitment.status !== 'offered') refuse('commitment/answered', { status: commitment.status });
};

/** The receiver decides on what was reported, by somebody who did not report it. */
const deciding = (commitment: Commitment, command: CommitmentCommand): void => {
  happensNext(commitment, command);
  forSide(commitment, command, otherSide(debtorSide(commitment)));
  whileRunning(commitment);
  if (commitment.status !== 'reported') refuse('commitment/not-reported', { status: commitment.status });
  notReporter(command, lastStep(commitment, 'reported'));
};

/** Before the answer whoever offered may take it back; afterwards whoever it is owed to may give it up. */
const withdrawingSide = (commitment: Commitment): CommitmentSide =>
  commitment.status === 'offered' ? commitment.offeredBy : otherSide(debtorSide(commitment));

const accept: Rule<'AcceptCommitment'> = (commitment, command) => {
  answering(commitment, command);
  const { partner } = commitment;
  if (command.context.directory.partner(partner)?.isSuspended) refuse('partner/suspended', { partner });
  return [event('commitment.accepted.v1', { happenedOn: command.on })];
};

const report: Rule<'ReportCommitment'> = (commitment, command) => {
  const { on, evidence } = command;
  happensNext(commitment, command);
  forSide(commitment, command, debtorSide(commitment));
  whileRunning(commitment);
  if (commitment.status === 'reported') refuse('commitment/already-reported', { on: commitment.steps.at(-1)?.on });
  if (evidence.length === 0) refuse('commitment/evidence-missing', {}, 'evidence');
  return [event('commitment.reported.v1', { happenedOn: on, evidence: [...evidence] })];
};

const withdraw: Rule<'WithdrawCommitment'> = (commitment, command) => {
  const { on, reason } = command;
  happensNext(commitment, command);
  forSide(commitment, command, withdrawingSide(commitment));
  if (commitment.status !== 'offered') whileRunning(commitment);
  return [event('commitment.withdrawn.v1', { happenedOn: on, reason })];
};

/** Once: what was answered stays answered, whatever becomes of the milestone afterwards. */
const recordFeeding: Rule<'RecordFeeding'> = ({ milestone, fed, status }, { on, outcome, code }) => {
  if (fed || milestone === undefined || status !== 'confirmed') return [];
  return [
    event('commitment.milestone-fed.v1', {
      happenedOn: on,
      milestone,
      outcome,
      ...(code !== undefined && { code }),
    }),
  ];
};

/** What happens to a commitment once it has been offered. */
export const commitmentRules: { readonly [T in Exclude<CommitmentCommandType, 'OfferCommitment'>]: Rule<T> } = {
  AcceptCommitment: accept,
  DeclineCommitment: (commitment, command) => {
    answering(commitment, command);
    const { on, reason } = command;
    return [event('commitment.declined.v1', { happenedOn: on, ...(reason !== undefined && { reason }) })];
  },
  ReportCommitment: report,
  ReturnCommitment: (commitment, command) => {
    deciding(commitment, command);
    return [event('commitment.returned.v1', { happenedOn: command.on, reason: command.reason })];
  },
  ConfirmCommitment: (commitment, command) => {
    deciding(commitment, command);
    return [event('commitment.confirmed.v1', { happenedOn: command.on })];
  },
  WithdrawCommitment: withdraw,
  ProposeDueChange: propose,
  AgreeToDueChange: agree,
  RefuseDueChange: refuseChange,
  RecordFeeding: recordFeeding,
};
