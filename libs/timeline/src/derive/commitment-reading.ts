import { toEpochDay } from '@masar/calendar';
import { commitmentNext, type CommitmentSide, type LocalDate, type Party } from '@masar/contracts';
import type { CommitmentFacts, CommitmentStepFact } from '../collect/commitments.js';
import { byDay } from './by-day.js';
import type { Reading } from './reading-shapes.js';
import { hasHappened } from './reading.js';
import { joined } from './span-sets.js';
import { forever, type Span } from './spans.js';

/** The party on one side; undefined: whoever owns the initiative on the day. */
export const partyOn = (commitment: CommitmentFacts, side: CommitmentSide): Party | undefined =>
  side === 'partner' ? `partner:${commitment.partner}` : commitment.with;

/** The date in force on the reading day. */
export const dueOn = (reading: Reading, { due }: CommitmentFacts): LocalDate => {
  const inForce = byDay(due).findLast((fact) => hasHappened(reading, fact)) ?? due[0]!;
  return inForce.dueOn;
};

/**
 * The days on which it is due: each day by the date in force on that day. A date agreed later does not take back days that
 * had passed under the earlier one, as a change of owner does not.
 */
export const dueDays = ({ due }: CommitmentFacts): readonly Span[] => {
  const dates = byDay(due);
  return joined(
    dates
      .map((date, at) => {
        const next = dates[at + 1];
        const since = at === 0 ? -forever : toEpochDay(date.on);
        return { from: Math.max(since, toEpochDay(date.dueOn)), to: next ? toEpochDay(next.on) : forever };
      })
      .filter(({ from, to }) => from < to),
  );
};

/** A stretch in which one side is waited for: it began with a step and ended with the next. */
export interface Stretch extends Span {
  readonly side: CommitmentSide;
  readonly began: CommitmentStepFact;
  readonly ended: CommitmentStepFact | undefined;
}

/** From accepted on: unreported with who owes it, reported and undecided with who receives it; nobody's once it has ended. */
export const stretchesOf = (commitment: CommitmentFacts): readonly Stretch[] => {
  const steps = byDay(commitment.steps);
  return steps.flatMap((began, at) => {
    const next = began.step === 'offered' ? undefined : commitmentNext(commitment, began.step);
    const ended = steps[at + 1];
    if (!next) return [];
    return [{ side: next.of, began, ended, from: toEpochDay(began.on), to: ended ? toEpochDay(ended.on) : forever }];
  });
};

/** The step with which it was confirmed, on whatever day. */
export const confirmation = ({ steps }: CommitmentFacts): CommitmentStepFact | undefined =>
  steps.find(({ step }) => step === 'confirmed');
