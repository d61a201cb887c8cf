import type { StreamName } from '@masar/contracts';
import type { MilestoneFacts } from '../collect/facts.js';
import type { Reading } from './reading-shapes.js';
import { relatedReading } from './reading.js';

interface Place {
  readonly reading: Reading;
  readonly milestone: MilestoneFacts;
}

const nameOf = ({ reading, milestone }: Place): string => `${reading.facts.stream}/milestones/${milestone.id}`;

/** The milestone a reference leads to; a stage leads to the milestone bound to it, a commitment nowhere: its date is its own. */
const placeOf = (from: Reading, reference: string): Place | undefined => {
  const [collection, stream, place, id] = reference.split('/');
  const other =
    stream === undefined || `${collection}/${stream}` === from.facts.stream
      ? from
      : relatedReading(from, `${collection}/${stream}` as StreamName);
  const wanted = stream === undefined ? reference : id;
  const milestone = other?.facts.milestones.find((candidate) =>
    place === 'stages' ? candidate.planned.stage === wanted : candidate.id === wanted,
  );
  return other && milestone && { reading: other, milestone };
};

const leadsTo = ({ reading, milestone }: Place): readonly Place[] => {
  const target = milestone.promises.at(-1)?.target;
  const after = typeof target === 'object' && 'after' in target ? [target.after] : [];
  const dependsOn = milestone.dependencies.at(-1)?.dependsOn ?? [];
  return [...after, ...dependsOn].flatMap((reference) => placeOf(reading, reference) ?? []);
};

/** The shortest way from a milestone back to itself, by references; undefined when there is none. */
const wayBack = (from: Place): readonly string[] | undefined => {
  const start = nameOf(from);
  const seen = new Set<string>();
  let ways: { readonly place: Place; readonly names: readonly string[] }[] = [{ place: from, names: [start] }];
  while (ways.length > 0) {
    const further: typeof ways = [];
    for (const { place, names } of ways) {
      for (const next of leadsTo(place)) {
        const name = nameOf(next);
        if (name === start) return [...names, start];
        if (seen.has(name)) continue;
        seen.add(name);
        further.push({ place: next, names: [...names, name] });
      }
    }
    ways = further;
  }
  return undefined;
};

const isElsewhere = (reference: string): boolean => reference.includes('/');

const leavesItsInitiative = ({ facts }: Reading): boolean => {
  for (const { promises, dependencies } of facts.milestones) {
    for (const { target } of promises)
      if (typeof target === 'object' && 'after' in target && isElsewhere(target.after)) return true;
    for (const { dependsOn } of dependencies) if (dependsOn.some(isElsewhere)) return true;
  }
  return false;
};

/** Cycles of references through other initiatives, by milestone of this one: shown as a fault, never refused (definitions §2). */
export const cyclesOf = (reading: Reading): ReadonlyMap<string, readonly string[]> => {
  const cycles = new Map<string, readonly string[]>();
  if (!leavesItsInitiative(reading)) return cycles;
  for (const milestone of reading.facts.milestones) {
    const way = wayBack({ reading, milestone });
    if (way) cycles.set(milestone.id, way);
  }
  return cycles;
};
