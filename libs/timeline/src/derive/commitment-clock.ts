import { toEpochDay } from '@masar/calendar';
import type { CommitmentClock, CommitmentStatus, LocalDate } from '@masar/contracts';

/** One step in the life of a commitment, in the order they happened. */
export interface ClockStep {
  readonly step: CommitmentStatus;
  readonly on: LocalDate;
}

/** Whose time passes after a step; nobody's once it has ended. */
const runsAfter: Readonly<Record<CommitmentStatus, keyof CommitmentClock | undefined>> = {
  offered: 'offered',
  accepted: 'debtor',
  reported: 'receiver',
  returned: 'debtor',
  confirmed: undefined,
  declined: undefined,
  withdrawn: undefined,
};

/**
 * Both clocks of a commitment on a day (definitions §10): from accepted on, before it is reported and after it is returned
 * with who owes it, from reported until decided with who receives it; the days from offered to the answer stand apart.
 * Steps after the day are not looked at; the day itself is not yet counted.
 */
export const commitmentClock = (steps: readonly ClockStep[], on: LocalDate): CommitmentClock => {
  const clock = { offered: 0, debtor: 0, receiver: 0 };
  const day = toEpochDay(on);
  steps.forEach(({ step, on: from }, at) => {
    const runs = runsAfter[step];
    const next = steps[at + 1];
    const until = Math.min(next ? toEpochDay(next.on) : day, day);
    if (runs) clock[runs] += Math.max(0, until - toEpochDay(from));
  });
  return clock;
};
