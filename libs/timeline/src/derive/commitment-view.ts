import type { CommitmentStatus, CommitmentView, Party } from '@masar/contracts';
import { debtorSide, otherSide, positionOf } from '@masar/contracts';
import type { CommitmentFacts } from '../collect/commitments.js';
import { byDay } from './by-day.js';
import { commitmentClock } from './commitment-clock.js';
import { dueOn, partyOn } from './commitment-reading.js';
import type { Reading } from './reading-shapes.js';
import { hasHappened, ownerParty } from './reading.js';
import { fromEpochDay } from '@masar/calendar';
import type { ShowParty } from './sovereign.js';

const viewOf = (reading: Reading, commitment: CommitmentFacts, show: ShowParty): CommitmentView | undefined => {
  const { stream, id, partner, direction, title, milestone } = commitment;
  const steps = byDay(commitment.steps).filter((step) => hasHappened(reading, step));
  const [offered] = steps;
  const last = steps.at(-1);
  if (!offered || !last) return undefined;
  const lastOf = (step: CommitmentStatus) => steps.findLast((taken) => taken.step === step)?.on ?? null;
  const debtor = debtorSide(commitment);
  const party = (side: typeof debtor): Party => partyOn(commitment, side) ?? ownerParty(reading, reading.on);
  const due = dueOn(reading, commitment);
  const first = commitment.due[0]!.dueOn;
  return {
    id,
    partner,
    direction,
    title,
    debtor: show(party(debtor)),
    receiver: show(party(otherSide(debtor))),
    ...(milestone !== undefined && { milestone }),
    status: last.step,
    dueOn: due,
    ...(first !== due && { firstDueOn: first }),
    offeredOn: offered.on,
    acceptedOn: lastOf('accepted'),
    reportedOn: lastOf('reported'),
    confirmedOn: lastOf('confirmed'),
    clock: commitmentClock(steps, fromEpochDay(reading.on)),
    because: steps.map(({ version }) => positionOf({ stream, version })),
  };
};

/** The initiative's commitments that were offered by the reading day, in order of name. */
export const commitmentViews = (reading: Reading, show: ShowParty): CommitmentView[] =>
  reading.commitments.flatMap((commitment) => viewOf(reading, commitment, show) ?? []);
