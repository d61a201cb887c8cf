import { isRelativeTarget } from '@masar/contracts';
import type { TargetPromise } from '@masar/contracts';
import { find } from './by-id.js';
import { ownMilestone, startAnchor } from './references.js';
import type { Initiative } from './state.js';

/** What a milestone hangs on: what it depends on and the anchors of its promises. */
export interface Hangs {
  readonly dependsOn: readonly string[];
  readonly promises: readonly TargetPromise[];
}

const onOwnMilestones = (initiative: Initiative, { dependsOn, promises }: Hangs): readonly string[] =>
  [
    ...dependsOn,
    ...promises
      .filter(isRelativeTarget)
      .map(({ after }) => after)
      .filter((after) => after !== startAnchor),
  ]
    .map((reference) => ownMilestone(initiative, reference))
    .filter((id) => id !== undefined);

/** What a milestone of the initiative hangs on as it stands. */
export const hangsOn = (initiative: Initiative, id: string): Hangs => {
  const milestone = find(initiative.milestones, id);
  if (!milestone) return { dependsOn: [], promises: [] };
  const { dependsOn, current, original } = milestone;
  return { dependsOn, promises: original ? [current.promise, original.promise] : [current.promise] };
};

/**
 * The milestones of a circle through `id` if it hung on `proposed`, in order; none when there is no circle. Only inside
 * one initiative: across initiatives a circle is shown as a fault at reading (definitions §2).
 */
export const cycleThrough = (initiative: Initiative, id: string, proposed: Hangs): readonly string[] | undefined => {
  const seen = new Set<string>();
  const search = (from: readonly string[], way: readonly string[]): readonly string[] | undefined => {
    for (const next of from) {
      if (next === id) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = search(onOwnMilestones(initiative, hangsOn(initiative, next)), [...way, next]);
      if (circle) return circle;
    }
    return undefined;
  };
  return search(onOwnMilestones(initiative, proposed), [id]);
};
