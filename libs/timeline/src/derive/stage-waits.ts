import type { Claim } from './claim.js';
import { derivedOrder } from './derived-order.js';
import type { Reading } from './reading-shapes.js';
import { stageVisits } from './stage-visits.js';

/** (a) A law stage held by another party than the owner. */
export const stageWaits = (reading: Reading): readonly Claim[] => {
  const claims: Claim[] = [];
  for (const { fact, party, from, to } of stageVisits(reading)) {
    if (party === undefined) continue;
    claims.push({
      id: `stage.${fact.version}`,
      source: 'derived',
      rule: 'stage',
      from,
      to,
      start: from,
      order: derivedOrder.stage,
      version: fact.version,
      party,
      unlessOwner: true,
      reason: null,
      because: [fact.version],
    });
  }
  return claims;
};
