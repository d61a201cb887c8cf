import type { OracleDistance, OracleMilestone } from '../oracle/oracle-milestones.js';

/** A milestone as the timeline shows it. */
export interface ShownMilestone {
  readonly id: string;
  readonly status: string;
  readonly originalTarget: { readonly date?: string } | null;
  readonly currentTarget: { readonly date?: string };
  readonly actual: string | null;
  readonly slip: OracleDistance | null;
  readonly variance: OracleDistance | null;
}

const distance = (of: OracleDistance | null): string => (of === null ? 'none' : `${of.days}/${of.workingDays}`);

/** Everything in which the dates of the milestones differ; empty when they agree. Milestones planned after the day are not compared. */
export const compareMilestones = (
  expected: readonly OracleMilestone[],
  shown: readonly ShownMilestone[],
): readonly string[] =>
  expected.flatMap((milestone) => {
    const found = shown.find((one) => one.id === milestone.id);
    if (!found) return [`milestone ${milestone.id} is not shown`];
    const pairs: readonly (readonly [string, unknown, unknown])[] = [
      ['original', milestone.original, found.originalTarget?.date ?? null],
      ['current', milestone.current, found.currentTarget.date ?? null],
      ['actual', milestone.actual, found.actual],
      ['slip', distance(milestone.slip), distance(found.slip)],
      ['variance', distance(milestone.variance), distance(found.variance)],
      ['missed', milestone.missed ?? 'not asked', milestone.missed === null ? 'not asked' : found.status === 'missed'],
    ];
    return pairs
      .filter(([, mine, theirs]) => mine !== theirs)
      .map(
        ([what, mine, theirs]) => `milestone ${milestone.id} ${what}: oracle ${String(mine)}, shown ${String(theirs)}`,
      );
  });
