import type { Claim } from './claim.js';
import { commitmentWaits } from './commitment-waits.js';
import { otherPartyWaits } from './other-party-waits.js';
import type { Reading } from './reading-shapes.js';
import { stageWaits } from './stage-waits.js';
import { undecidedWaits } from './undecided-waits.js';

/** A rule that books waiting days nobody has to type (definitions §3 a–d). */
export type DerivedWaits = (reading: Reading) => readonly Claim[];

/** The rules in their order. */
export const derivedWaits: readonly DerivedWaits[] = [stageWaits, commitmentWaits, undecidedWaits, otherPartyWaits];
