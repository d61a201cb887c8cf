import type { Bilingual, InitiativeStatus } from '@masar/contracts';
import { milestonesOn } from './milestone-reading.js';
import { pauseClaims } from './pauses.js';
import type { Reading } from './reading-shapes.js';
import { hasHappened } from './reading.js';
import { someCovers } from './spans.js';

/** Draft, planned, active, paused, complete or cancelled on the reading day. Without a known start whatever has been begun makes it active. */
export const initiativeStatus = (reading: Reading): InitiativeStatus => {
  if (reading.ending && hasHappened(reading, reading.ending)) return reading.ending.ending;
  if (reading.isDraft) return 'draft';
  if (someCovers(pauseClaims(reading), reading.on)) return 'paused';
  const isBegun =
    reading.start <= reading.on || [...milestonesOn(reading)].some(({ state }) => state.started ?? state.reached);
  return isBegun ? 'active' : 'planned';
};

export const titleOn = (reading: Reading): Bilingual => {
  const { registration, descriptions } = reading.facts;
  let { title } = registration;
  for (const description of descriptions) {
    if (description.title && hasHappened(reading, description)) ({ title } = description);
  }
  return title;
};

/** Streams this reading used, with the version each was folded to. */
export const positionsOf = (reading: Reading): Record<string, number> => {
  const positions: Record<string, number> = {};
  for (const [stream, other] of reading.shared.readings) if (other) positions[stream] = other.facts.version;
  for (const [stream, { version }] of reading.shared.readCommitments) positions[stream] = version;
  return positions;
};
