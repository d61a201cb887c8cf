import type { LawPath } from '@masar/contracts';

/** What is wrong with a law path, and where. */
export interface LawPathFault {
  readonly code:
    | 'no-first'
    | 'duplicate-stage'
    | 'unknown-first'
    | 'unknown-next'
    | 'unreachable'
    | 'no-end'
    | 'publications'
    | 'empty-clock'
    | 'nameless';
  readonly stage?: string;
  /** The name that is not there, or appears twice. */
  readonly value?: string;
}

const reachable = (path: LawPath): ReadonlySet<string> => {
  const nextOf = new Map(path.stages.map((stage) => [stage.stage, stage.next]));
  const reached = new Set<string>();
  const open = [...path.first];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    if (reached.has(stage)) continue;
    reached.add(stage);
    open.push(...(nextOf.get(stage) ?? []));
  }
  return reached;
};

const namingFaults = (path: LawPath, names: ReadonlySet<string>): readonly LawPathFault[] => {
  const seen = new Set<string>();
  const faults: LawPathFault[] = [];
  for (const { stage, next, name, clock } of path.stages) {
    if (seen.has(stage)) faults.push({ code: 'duplicate-stage', stage, value: stage });
    seen.add(stage);
    if (!name.ar && !name.en) faults.push({ code: 'nameless', stage });
    if (clock && clock.days === undefined && clock.months === undefined) faults.push({ code: 'empty-clock', stage });
    for (const value of next) if (!names.has(value)) faults.push({ code: 'unknown-next', stage, value });
  }
  return faults;
};

/**
 * Whether a path can be walked: it begins somewhere, every next stage exists, no stage twice, every stage can be reached
 * from a first one, it ends somewhere, and at most one stage is the publication. Empty when all is well.
 */
export const lawPathFaults = (path: LawPath): readonly LawPathFault[] => {
  const names = new Set(path.stages.map((stage) => stage.stage));
  const reached = reachable(path);
  const faults: LawPathFault[] = [...namingFaults(path, names)];
  if (path.first.length === 0) faults.push({ code: 'no-first' });
  for (const value of path.first) if (!names.has(value)) faults.push({ code: 'unknown-first', value });
  for (const stage of names) if (!reached.has(stage)) faults.push({ code: 'unreachable', stage });
  if (path.stages.every((stage) => stage.next.length > 0)) faults.push({ code: 'no-end' });
  if (path.stages.filter((stage) => stage.publication).length > 1) faults.push({ code: 'publications' });
  return faults;
};
