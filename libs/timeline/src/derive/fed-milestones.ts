import { positionOf, type RefusalCode } from '@masar/contracts';
import type { CommitmentFacts, FedFact } from '../collect/commitments.js';
import type { LifeFact, MilestoneFacts } from '../collect/facts.js';
import { confirmation } from './commitment-reading.js';

/**
 * Refusals that say how the milestone stands otherwise: over already, reached by its stage alone, or there no more. Every other
 * one says that the initiative could not write it down so, as before its start, and nothing of the milestone.
 */
const standsOtherwise: ReadonlySet<string> = new Set<RefusalCode>([
  'milestone/already-reached',
  'milestone/already-confirmed',
  'milestone/cancelled',
  'milestone/unknown',
  'milestone/bound-to-stage',
  'initiative/closed',
  'stream/not-found',
]);

/** Once it refused, what the initiative's own stream says of the milestone's end counts alone, said before or since (0054). */
const isOutvoted = ({ outcome, code }: FedFact, { life }: MilestoneFacts): boolean =>
  outcome === 'refused' &&
  ((code !== undefined && standsOtherwise.has(code)) ||
    life.some(({ step }) => step === 'reached' || step === 'cancelled'));

/**
 * Confirmed commitments reach the milestone they feed at once (definitions §10). The initiative is told so as well: once its
 * own stream says what that came to, its own word counts, corrections of it included, and nothing is derived any more. It is
 * asked once: where its answer was that the milestone stands otherwise, the confirmation reaches nothing, whatever becomes of
 * the milestone afterwards.
 */
export const fedSteps = (commitments: readonly CommitmentFacts[], milestone: MilestoneFacts): readonly LifeFact[] =>
  commitments.flatMap((commitment) => {
    const { fed, stream } = commitment;
    const confirmed = commitment.milestone === milestone.id ? confirmation(commitment) : undefined;
    if (!confirmed || (fed && isOutvoted(fed, milestone))) return [];
    const position = positionOf({ stream, version: confirmed.version });
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
