import type { CommitmentFacts } from '../collect/commitments.js';
import type { Claim } from './claim.js';
import { dueDays, partyOn, stretchesOf, type Stretch } from './commitment-reading.js';
import { derivedOrder } from './derived-order.js';
import { milestoneReading } from './milestone-reading.js';
import type { Reading } from './reading-shapes.js';
import { inBoth, without } from './span-sets.js';

/** What a stretch rests on: the offer and the dates agreed since, the step it began with, and the one that ended it. */
const restsOn = ({ due }: CommitmentFacts, { began, ended }: Stretch): readonly number[] =>
  [...new Set([...due.map(({ version }) => version), began.version, ...(ended ? [ended.version] : [])])].sort(
    (a, b) => a - b,
  );

const claimsOf = (reading: Reading, commitment: CommitmentFacts): readonly Claim[] => {
  const { milestone, stream, id } = commitment;
  const closed = milestone === undefined ? [] : (milestoneReading(reading, milestone)?.life.closed ?? []);
  return stretchesOf(commitment).flatMap((stretch) => {
    const party = partyOn(commitment, stretch.side);
    return without(inBoth([stretch], dueDays(commitment)), closed).map(({ from, to }): Claim => ({
      id: `commitment.${id}.${stretch.began.version}`,
      source: 'derived',
      rule: 'commitment',
      from,
      to,
      start: from,
      order: derivedOrder.commitment,
      version: stretch.began.version,
      stream,
      ...(party !== undefined && { party }),
      yields: true,
      ...(milestone !== undefined && { milestone }),
      reason: null,
      because: restsOn(commitment, stretch),
    }));
  });
};

/**
 * (b) A commitment from its due date: unreported on who owes it, reported and undecided on who receives it; only while the
 * milestone it feeds is neither reached nor cancelled, and where it feeds none while the initiative is open.
 */
export const commitmentWaits = (reading: Reading): readonly Claim[] =>
  reading.commitments.flatMap((commitment) => claimsOf(reading, commitment));
