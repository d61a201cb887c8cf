import type { CommitmentSide, InboxKind } from '@masar/contracts';
import type { CommitmentFacts } from '../collect/commitments.js';
import { byDay } from '../derive/by-day.js';
import { debtorSide, partyOn } from '../derive/commitment-reading.js';
import type { Reading } from '../derive/reading-shapes.js';
import { hasHappened, ownerParty } from '../derive/reading.js';
import { waitingFor, type Waiting } from './waiting.js';

const otherSide = (side: CommitmentSide): CommitmentSide => (side === 'partner' ? 'government' : 'partner');

/** The next step of a commitment, and whose it is. */
const nextStep = (commitment: CommitmentFacts, last: string): readonly [InboxKind, CommitmentSide] | undefined => {
  const debtor = debtorSide(commitment);
  if (last === 'offered') return ['commitment-answer', otherSide(commitment.offeredBy)];
  if (last === 'accepted' || last === 'returned') return ['commitment-delivery', debtor];
  return last === 'reported' ? ['commitment-decision', otherSide(debtor)] : undefined;
};

const ended: ReadonlySet<string> = new Set(['declined', 'confirmed', 'withdrawn']);

const waitingOn = (reading: Reading, commitment: CommitmentFacts): readonly Waiting[] => {
  const { stream, title, milestone, partner, proposals } = commitment;
  const last = byDay(commitment.steps).findLast((step) => hasHappened(reading, step));
  if (!last || ended.has(last.step)) return [];
  const concerns = partyOn(commitment, 'government') ?? ownerParty(reading, reading.on);
  const asked = (side: CommitmentSide) => ({
    ...{ stream, title, concerns },
    ...(milestone !== undefined && { milestone }),
    ...(side === 'partner' && { partner }),
  });
  const next = nextStep(commitment, last.step);
  return [
    ...(next ? [waitingFor(reading, last, { what: next[0], ...asked(next[1]) })] : []),
    ...proposals
      .filter((one) => !one.decided && hasHappened(reading, one))
      .map((one) =>
        waitingFor(reading, one, { what: 'due-change', record: one.id, ...asked(otherSide(one.proposedBy)) }),
      ),
  ];
};

/** What commitments for the initiative wait for, on either side. */
export const waitingOnCommitments = (reading: Reading): readonly Waiting[] =>
  reading.commitments.flatMap((commitment) => waitingOn(reading, commitment));
