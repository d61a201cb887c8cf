import { waitReasonCauses } from '@masar/contracts';
import type { Claim } from './claim.js';
import type { Reading } from './reading-shapes.js';
import { waitsOn, type WaitReading } from './recorded-waits.js';

const restsOn = ({ fact }: WaitReading): readonly number[] => [
  fact.version,
  ...fact.affirmed.map((affirmed) => affirmed.version),
  ...(fact.ended ? [fact.ended.version] : []),
];

/** Waits somebody recorded; the earlier `since` goes first, a tie to the one recorded first. One that names a milestone yields to others in progress. */
export const recordedClaims = (reading: Reading): readonly Claim[] =>
  waitsOn(reading)
    .filter(({ from, to }) => from < to)
    .map((wait): Claim => {
      const { fact, from, to } = wait;
      return {
        id: `wait.${fact.id}`,
        source: 'recorded',
        from,
        to,
        start: from,
        order: 0,
        version: fact.version,
        party: fact.party,
        ...(fact.milestone !== undefined && { milestone: fact.milestone, yields: true }),
        cause: waitReasonCauses[fact.reason],
        reason: fact.reason,
        because: restsOn(wait),
        wait: fact.id,
      };
    });
