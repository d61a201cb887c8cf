import type { SeededRandom } from './seeded-random.js';

const sector = 512;

/** One sector as a power cut may leave it: as it was, as it was to be, or new only up to somewhere within. */
const tornSector = (before: Buffer, after: Buffer, random: SeededRandom): Buffer => {
  const fate = random.below(5);
  if (fate < 2) return before;
  if (fate < 4) return after;
  const kept = random.below(after.length + 1);
  return Buffer.concat([after.subarray(0, kept), before.subarray(kept)]);
};

/**
 * What a disk may hold when the power goes between two syncs: `before` is what the last sync made sure of, `after` what was
 * written since. Any set of the sectors written may have arrived, one of them in part; where the file grew, it may end
 * anywhere between the two lengths, and sectors that did not arrive read as zeros.
 */
export const tornWrite = (before: Buffer, after: Buffer, random: SeededRandom): Buffer => {
  const grown = after.length - before.length;
  const length = grown > 0 && random.chance(0.7) ? before.length + random.below(grown + 1) : after.length;
  const torn = Buffer.alloc(length);
  before.copy(torn, 0, 0, Math.min(before.length, length));
  for (let at = 0; at < length; at += sector) {
    const end = Math.min(at + sector, length);
    const was = Buffer.from(torn.subarray(at, end));
    const wanted = after.subarray(at, end);
    if (!was.equals(wanted)) tornSector(was, wanted, random).copy(torn, at);
  }
  return torn;
};
