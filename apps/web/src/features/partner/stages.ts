import type { Status } from './sides.js';

type Place = 'past' | 'at' | 'ahead';
interface Stage {
  readonly stage: Status;
  readonly place: Place;
}

const way: readonly Status[] = ['offered', 'accepted', 'reported', 'confirmed'];

/** The way of a commitment with where it stands: what was returned is accepted and not reported, what ended early ends there. */
export const stagesOf = (status: Status): readonly Stage[] => {
  if (status === 'declined' || status === 'withdrawn')
    return [
      { stage: 'offered', place: 'past' },
      { stage: status, place: 'at' },
    ];
  const steps = status === 'returned' ? way.map((stage) => (stage === 'accepted' ? status : stage)) : way;
  const at = steps.indexOf(status);
  return steps.map((stage, index) => ({ stage, place: index < at ? 'past' : index === at ? 'at' : 'ahead' }));
};
