import { refuse } from '@masar/contracts';
import type { LawPath, LawStage } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import type { Initiative } from '../initiative/state.js';
import { lawOf } from './law-state.js';

/** The path and version a law was registered on, fixed for life; `initiative/unknown-path` where the registry lacks it. */
export const pathOf = (initiative: Initiative, { directory }: CommandContext): LawPath => {
  const reference = initiative.path ?? refuse('initiative/unknown-path', {});
  return directory.lawPath(reference) ?? refuse('initiative/unknown-path', { ...reference });
};

export const stageOf = (path: LawPath, stage: string): LawStage | undefined =>
  path.stages.find((known) => known.stage === stage);

/** Every stage of the path, in its order. */
export const stagesOf = (path: LawPath): readonly string[] => path.stages.map(({ stage }) => stage);

/** Where the law stands: its last visit. */
export const standsAt = (initiative: Initiative): string | undefined => lawOf(initiative).visits.at(-1)?.stage;

/** The stages that may follow `from`; before the first stage, those a law may begin with. */
export const allowedAfter = (path: LawPath, from: string | undefined): readonly string[] =>
  from === undefined ? path.first : (stageOf(path, from)?.next ?? []);

/** Whether `to` can be reached from `from` by passing through skipped stages only, each an allowed step. */
export const reachable = (path: LawPath, from: string | undefined, to: string, skipped: readonly string[]): boolean => {
  const passable = new Set(skipped);
  const seen = new Set<string>();
  const search = (allowed: readonly string[]): boolean =>
    allowed.includes(to) ||
    allowed.some((stage) => {
      if (!passable.has(stage) || seen.has(stage)) return false;
      seen.add(stage);
      return search(allowedAfter(path, stage));
    });
  return search(allowedAfter(path, from));
};
