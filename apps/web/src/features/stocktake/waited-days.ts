import type { Timeline } from '../initiative/reading.js';

type Sums = NonNullable<Timeline['ledger']>['byParty'][number];

/** Where no law path names them; and as a reader sees them who may not see which it is. */
const sovereignParties: readonly string[] = ['head-of-state', 'legislature', 'judiciary'];
const hidden = 'constitutional-procedure';

export interface WaitedDays {
  /** Parties that were waited on, the most days first. */
  readonly ranked: readonly Pick<Sums, 'party' | 'waiting'>[];
  /** Days of constitutional procedure, of all its bodies together. */
  readonly constitutional: number;
}

/**
 * Waiting days for a page that goes from hand to hand: sovereign bodies are never ranked (definitions §3), so that their days
 * stand as one, beside the others and last.
 */
export const waitedDays = (byParty: readonly Sums[], sovereign: readonly string[] = sovereignParties): WaitedDays => {
  const isSovereign = ({ party }: Sums) => party === hidden || sovereign.includes(party);
  const waited = byParty.filter(({ waiting }) => waiting > 0);
  return {
    ranked: waited.filter((one) => !isSovereign(one)).sort((a, b) => b.waiting - a.waiting),
    constitutional: waited.filter(isSovereign).reduce((sum, { waiting }) => sum + waiting, 0),
  };
};
