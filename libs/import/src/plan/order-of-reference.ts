import { isRelativeTarget } from '@masar/contracts';
import type { ImportedInitiative, ImportedMilestone, Place } from '../model/imported.js';

/** Milestones of its own initiative one leans on: what it depends on, and what its target counts from. */
const leansOn = ({ kind, own }: ImportedInitiative, { dependsOn = [], target }: ImportedMilestone): string[] => {
  const whole = `${kind}/${own?.id}/milestones/`;
  const references = target !== undefined && isRelativeTarget(target) ? [...dependsOn, target.after] : dependsOn;
  return references.map((reference) => (reference.startsWith(whole) ? reference.slice(whole.length) : reference));
};

/**
 * The milestones of one initiative, each after those of the same file it leans on, else as the file has them: a row may
 * speak of one that stands further down. In a circle nothing comes first: see `circleIn`.
 */
export const inOrderOfReference = (imported: ImportedInitiative): readonly ImportedMilestone[] => {
  const { milestones } = imported;
  const byId = new Map(milestones.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const ordered: ImportedMilestone[] = [];
  for (const first of milestones) {
    const waiting = seen.has(first.id) ? [] : [first];
    for (let one = waiting.at(-1); one !== undefined; one = waiting.at(-1)) {
      seen.add(one.id);
      const before = leansOn(imported, one).find((id) => byId.has(id) && !seen.has(id));
      if (before !== undefined) waiting.push(byId.get(before)!);
      else ordered.push(waiting.pop()!);
    }
  }
  return ordered;
};

/** The first cell that closes a circle, if one does: it leans on a milestone that has to come after it. */
export const circleIn = (imported: ImportedInitiative): Place | undefined => {
  const ordered = inOrderOfReference(imported);
  const placed = new Map(ordered.map(({ id }, at) => [id, at]));
  const closing = ordered.find((one, at) => leansOn(imported, one).some((id) => (placed.get(id) ?? -1) >= at));
  if (!closing) return undefined;
  return closing.dependsOn?.length ? (closing.places?.dependsOn ?? closing.place) : closing.place;
};
