import type { EventType } from './events/catalogue.js';
import type { CommitmentDirection, CommitmentSide, CommitmentStatus } from './vocabulary.js';

/** Where each event takes a commitment that was offered. */
const steps = {
  'commitment.accepted.v1': 'accepted',
  'commitment.declined.v1': 'declined',
  'commitment.reported.v1': 'reported',
  'commitment.returned.v1': 'returned',
  'commitment.confirmed.v1': 'confirmed',
  'commitment.withdrawn.v1': 'withdrawn',
} as const satisfies Partial<Record<EventType, CommitmentStatus>>;

/** The status an event takes a commitment to; undefined for one that takes it nowhere. */
export const commitmentStepOf = (type: string): CommitmentStatus | undefined =>
  Object.hasOwn(steps, type) ? steps[type as keyof typeof steps] : undefined;

export const otherSide = (side: CommitmentSide): CommitmentSide => (side === 'partner' ? 'government' : 'partner');

/** Who owes it; the other side receives it. */
export const debtorSide = ({ direction }: { readonly direction: CommitmentDirection }): CommitmentSide =>
  direction === 'partner-to-government' ? 'partner' : 'government';

/** What a commitment waits for, and of which side. */
export interface CommitmentNext {
  readonly wants: 'answer' | 'delivery' | 'decision';
  readonly of: CommitmentSide;
}

/** What it waits for after a step (definitions §10); nothing once it has ended. */
export const commitmentNext = (
  commitment: { readonly direction: CommitmentDirection; readonly offeredBy: CommitmentSide },
  after: CommitmentStatus,
): CommitmentNext | undefined => {
  const debtor = debtorSide(commitment);
  if (after === 'offered') return { wants: 'answer', of: otherSide(commitment.offeredBy) };
  if (after === 'accepted' || after === 'returned') return { wants: 'delivery', of: debtor };
  return after === 'reported' ? { wants: 'decision', of: otherSide(debtor) } : undefined;
};
