import { toEpochDay } from '@masar/calendar';
import type { Claim } from './claim.js';
import { derivedOrder } from './derived-order.js';
import { milestoneReading } from './milestone-reading.js';
import type { MilestoneReading, Reading } from './reading-shapes.js';
import { someCovers } from './spans.js';

const openMilestones = (reading: Reading): readonly MilestoneReading[] => {
  const open: MilestoneReading[] = [];
  for (const { id } of reading.facts.milestones) {
    const milestone = milestoneReading(reading, id);
    if (milestone && milestone.life.open.length > 0) open.push(milestone);
  }
  return open;
};

const claimOf = ({ facts, life }: MilestoneReading, from: number, to: number): Claim | undefined => {
  const { party } = facts.planned;
  const { started } = life;
  if (party === undefined || !started) return undefined;
  return {
    id: `milestone.${facts.id}`,
    source: 'derived',
    rule: 'other-party',
    from,
    to,
    start: toEpochDay(started.on),
    order: derivedOrder['other-party'],
    version: started.version,
    party,
    unlessOwner: true,
    milestone: facts.id,
    reason: null,
    because: [started.version],
  };
};

/**
 * (d) A started milestone whose party is not the owner, on the days on which no other milestone is started. It is
 * ordered by the day its milestone was started, the event it rests on.
 */
export const otherPartyWaits = (reading: Reading): readonly Claim[] => {
  const milestones = openMilestones(reading);
  if (milestones.length === 0) return [];
  const cuts = [...new Set(milestones.flatMap(({ life }) => life.open.flatMap(({ from, to }) => [from, to])))];
  cuts.sort((a, b) => a - b);
  const claims: Claim[] = [];
  cuts.slice(0, -1).forEach((from, at) => {
    const open = milestones.filter(({ life }) => someCovers(life.open, from));
    const [only] = open;
    const claim = open.length === 1 && only ? claimOf(only, from, cuts[at + 1] as number) : undefined;
    if (claim) claims.push(claim);
  });
  return claims;
};
