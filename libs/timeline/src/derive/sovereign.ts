import { hiddenParty, sovereignParties, type Party } from '@masar/contracts';
import type { Reading } from './reading-shapes.js';

const sovereignBodies: ReadonlySet<Party> = new Set(sovereignParties);

/** Bodies never ranked: those the law's path marks. */
export const isSovereign = (reading: Reading, party: Party): boolean =>
  reading.path ? reading.path.sovereign.includes(party) : sovereignBodies.has(party);

/** How a reader sees a party: sovereign bodies read `constitutional-procedure` except to reviewers (definitions §3). */
export type ShowParty = (party: Party) => string;
export const showParty =
  (reading: Reading, hideSovereign: boolean): ShowParty =>
  (party) =>
    hideSovereign && isSovereign(reading, party) ? hiddenParty : party;
