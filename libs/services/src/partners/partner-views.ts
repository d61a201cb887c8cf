import type { LocalDate } from '@masar/contracts';
import type { PartnerFacts } from '@masar/directory';
import type { Commitment, CommitmentStep } from '@masar/domain';
import { commitmentClock } from '@masar/timeline';

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

export const partnerView = ({ id, name, registeredOn, suspended, version }: PartnerFacts) => ({
  id,
  name,
  status: suspended ? ('suspended' as const) : ('active' as const),
  registeredOn,
  ...(suspended && { suspended }),
  version,
  position: `partners/${id}@${version}`,
});

const stepView = ({ version, ...step }: CommitmentStep, stream: string) => ({
  ...step,
  because: `${stream}@${version}`,
});

/** A commitment as it stands, with both clocks as of a day. */
export const commitmentView = (commitment: Commitment, version: number, today: LocalDate) => {
  const { stream, changes: _changes, steps, ...said } = commitment;
  return {
    id: idOf(stream),
    ...said,
    clock: commitmentClock(steps, today),
    steps: steps.map((step) => stepView(step, stream)),
    version,
    position: `${stream}@${version}`,
  };
};
export type CommitmentView = ReturnType<typeof commitmentView>;

/** Due dates proposed, in the order they were. */
export const dueChangeViews = ({ changes }: Commitment) =>
  Object.entries(changes).map(([id, change]) => ({ id, ...change }));
