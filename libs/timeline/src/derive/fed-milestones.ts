import { positionOf } from '@masar/contracts';
import type { CommitmentFacts } from '../collect/commitments.js';
import type { LifeFact, MilestoneFacts } from '../collect/facts.js';
import { confirmation } from './commitment-reading.js';

/**
 * Confirmed commitments reach the milestone they feed at once (definitions §10). The initiative is told so as well: once its
 * own stream says what that came to, its own word counts, corrections of it included, and nothing is derived any more.
 */
export const fedSteps = (commitments: readonly CommitmentFacts[], milestone: MilestoneFacts): readonly LifeFact[] =>
  commitments.flatMap((commitment) => {
    const confirmed = commitment.milestone === milestone.id ? confirmation(commitment) : undefined;
    if (!confirmed) return [];
    const position = positionOf({ stream: commitment.stream, version: confirmed.version });
    if (milestone.life.some(({ causedBy }) => causedBy === position)) return [];
    const { version, on, recordedAt, by } = confirmed;
    return [{ version, on, recordedAt, by, step: 'reached' }];
  });

/** In order of the day they happened on, then of recording, which tells facts of several streams apart. */
export const inOrderOfLife = (steps: readonly LifeFact[]): readonly LifeFact[] =>
  [...steps].sort((a, b) =>
    a.on !== b.on
      ? a.on < b.on
        ? -1
        : 1
      : a.recordedAt !== b.recordedAt
        ? a.recordedAt < b.recordedAt
          ? -1
          : 1
        : a.version - b.version,
  );
