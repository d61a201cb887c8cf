import { debtorOf, isOver, otherSide, type Side, type Sided } from './sides.js';

/** What a side may do with a commitment. */
export type Act =
  'accept' | 'decline' | 'report' | 'confirm' | 'return' | 'withdraw' | 'give-up' | 'propose' | 'agree' | 'refuse';

export type Field = 'on' | 'to' | 'reason' | 'evidence';
interface Asked {
  /** Below the commitment; of a due date that was proposed, below that. */
  readonly step: string;
  readonly fields: readonly Field[];
  /** Fields that may stay empty. */
  readonly optional?: readonly Field[];
}

/** What each act asks of whoever does it: free text only for reasons. */
export const asks: Readonly<Record<Act, Asked>> = {
  accept: { step: 'accept', fields: [] },
  decline: { step: 'decline', fields: ['reason'] },
  report: { step: 'report', fields: ['on', 'evidence'] },
  confirm: { step: 'confirm', fields: [] },
  return: { step: 'return', fields: ['reason'] },
  withdraw: { step: 'withdraw', fields: ['reason'] },
  'give-up': { step: 'withdraw', fields: ['reason'] },
  propose: { step: 'due-changes', fields: ['to', 'reason'] },
  agree: { step: 'agree', fields: [] },
  refuse: { step: 'refuse', fields: ['reason'], optional: ['reason'] },
};

/** What of the inbox an act settles; the others may be done at any time. */
export const settles: Readonly<Partial<Record<Act, string>>> = {
  accept: 'commitment-answer',
  decline: 'commitment-answer',
  report: 'commitment-delivery',
  confirm: 'commitment-decision',
  return: 'commitment-decision',
  agree: 'due-change',
  refuse: 'due-change',
};

/** A due date that was proposed. */
export interface Proposed {
  readonly id: string;
  readonly status: string;
  readonly proposedBy: Side;
}

/** The proposal nobody has decided: there is one at most. */
export const undecidedOf = <P extends Proposed>(changes: readonly P[]): P | undefined =>
  changes.find(({ status }) => status === 'undecided');

const answersOf = ({ status, offeredBy, direction }: Sided, side: Side): readonly Act[] => {
  const debtor = debtorOf({ direction });
  if (status === 'offered') return side === offeredBy ? ['withdraw'] : ['accept', 'decline'];
  if (status === 'reported') return side === debtor ? [] : ['confirm', 'return', 'give-up'];
  return side === debtor ? ['report'] : ['give-up'];
};

/**
 * What the state of a commitment lets the sides do for whom somebody speaks; the one administrator of a house without a
 * second account speaks for both. Whether this person may is the server's to say.
 */
export const openActs = (
  commitment: Sided,
  changes: readonly Proposed[],
  sides: readonly Side[],
): readonly { readonly act: Act; readonly side: Side }[] => {
  if (isOver(commitment)) return [];
  const proposal = undecidedOf(changes);
  const acts = sides.flatMap((side) => {
    const acts = [...answersOf(commitment, side)];
    if (proposal && side === otherSide(proposal.proposedBy)) acts.push('agree', 'refuse');
    if (!proposal && commitment.status !== 'offered') acts.push('propose');
    return acts.map((act) => ({ act, side }));
  });
  // Whoever speaks for both sides proposes once.
  return acts.filter(({ act }, at) => acts.findIndex((other) => other.act === act) === at);
};

/** Where the command goes. */
export const addressOf = (commitment: string, act: Act, proposal?: string): string => {
  const base = `/api/commitments/${encodeURIComponent(commitment)}`;
  const isAboutProposal = act === 'agree' || act === 'refuse';
  return isAboutProposal
    ? `${base}/due-changes/${encodeURIComponent(proposal ?? '')}/${asks[act].step}`
    : `${base}/${asks[act].step}`;
};
