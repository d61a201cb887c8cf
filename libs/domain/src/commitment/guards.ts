import { isHandOf, refuse, type CommitmentSide, type LocalDate } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import { notInFuture } from '../guards.js';
import type { CommitmentCommand } from './commands.js';
import { isRunning, type Commitment, type CommitmentStep } from './state.js';

/** A fact has happened, and none of its kind happens before the last one: refuses `date/in-future`, `date/out-of-order`. */
const happensAfter = (command: CommitmentCommand, last: LocalDate | undefined): void => {
  const { on } = command;
  notInFuture(command, on, 'on');
  if (last !== undefined && on < last) refuse('date/out-of-order', { date: on, notBefore: last }, 'on');
};

/** Steps follow each other; a due date that one side proposes bars no step of the other's. */
export const happensNext = (commitment: Commitment | undefined, command: CommitmentCommand): void =>
  happensAfter(command, commitment?.steps.at(-1)?.on);

/** Due dates follow each other, a decision its proposal; the first comes once it was accepted, whatever steps were taken since. */
export const dueChangesNext = (commitment: Commitment, command: CommitmentCommand): void => {
  const agreedTo = commitment.steps.find(({ step }) => step === 'accepted') ?? commitment.steps[0]!;
  const moved = Object.values(commitment.changes).flatMap(({ on, decidedOn }) => [on, decidedOn ?? on]);
  happensAfter(command, [agreedTo.on, ...moved].sort().at(-1));
};

/** While no second account exists the one administrator speaks for both sides (definitions §11), as a source does. */
const speaksForBoth = ({ actor, fromSource }: CommandContext): boolean =>
  actor.onlyAccount === true || fromSource === true;

/** The side of whoever gives the command; a person of another partner has none here. */
export const sideOf = ({ actor }: CommandContext, partner: string): CommitmentSide => {
  if (actor.partner === undefined) return 'government';
  return actor.partner === partner ? 'partner' : refuse('access/denied', { partner });
};

/** A suspended partner reads and contests, and does nothing else. */
const notSuspended = ({ directory, actor }: CommandContext): void => {
  const { partner } = actor;
  if (partner !== undefined && directory.partner(partner)?.isSuspended) refuse('partner/suspended', { partner });
};

/** Refuses `commitment/other-side`: each step belongs to one side. */
export const forSide = (commitment: Commitment, { context }: CommitmentCommand, side: CommitmentSide): void => {
  const own = sideOf(context, commitment.partner);
  notSuspended(context);
  if (own !== side && !speaksForBoth(context)) refuse('commitment/other-side', { side });
};

/** Refuses what is not the reporter's to decide, nor that of whom it was reported for. */
export const notReporter = ({ context }: CommitmentCommand, reported: CommitmentStep | undefined): void => {
  const hands = reported ? [reported.by, reported.inNameOf ?? reported.by] : [];
  if (hands.some((user) => isHandOf(context.actor, user)) && !speaksForBoth(context))
    refuse('commitment/same-reporter', { reporter: reported?.by });
};

/** Accepted and not at its end: else `commitment/not-accepted` or `commitment/over`. */
export const whileRunning = (commitment: Commitment): void => {
  if (isRunning(commitment)) return;
  if (commitment.status === 'offered') refuse('commitment/not-accepted');
  refuse('commitment/over', { status: commitment.status, on: commitment.steps.at(-1)?.on });
};
