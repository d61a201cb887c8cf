import { commitmentNext, otherSide, type CommitmentSide } from '@masar/contracts';
import type { CommitmentFacts } from '../collect/commitments.js';
import { byDay } from '../derive/by-day.js';
import { partyOn } from '../derive/commitment-reading.js';
import type { Reading } from '../derive/reading-shapes.js';
import { hasHappened, ownerParty } from '../derive/reading.js';
import { waitingFor, type Waiting } from './waiting.js';

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
  const next = commitmentNext(commitment, last.step);
  return [
    ...(next ? [waitingFor(reading, last, { what: `commitment-${next.wants}`, ...asked(next.of) })] : []),
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
