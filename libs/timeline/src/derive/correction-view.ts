import type { CorrectionView } from '@masar/contracts';
import type { Reading } from './reading-shapes.js';
import { positionIn } from './reading.js';

/** Corrections in order of recording, all or those of one milestone. They act on what they name whatever the reading day is. */
export const correctionViews = (reading: Reading, milestone?: string): CorrectionView[] =>
  reading.facts.corrections
    .filter((correction) => milestone === undefined || correction.milestone === milestone)
    .map((correction) => ({
      at: positionIn(reading, correction.version),
      corrects: positionIn(reading, correction.corrects),
      field: correction.field,
      from: correction.from,
      to: correction.to,
      reason: correction.reason,
      on: correction.on,
      by: correction.by,
      ...(correction.milestone !== undefined && { milestone: correction.milestone }),
    }));
