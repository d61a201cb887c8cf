import type { DerivedRule } from '@masar/contracts';

/** a–d of definitions §3: breaks ties between derived waits that begin on the same day. */
export const derivedOrder: Readonly<Record<DerivedRule, number>> = {
  stage: 0,
  commitment: 1,
  undecided: 2,
  'other-party': 3,
};
