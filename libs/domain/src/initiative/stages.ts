import { refuse } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import type { KindRules } from './kind-rules.js';
import type { Initiative } from './state.js';

const stagesOf = (initiative: Initiative, { stages }: KindRules, context: CommandContext): readonly string[] =>
  stages?.all(initiative, context) ?? [];

/** Whether an initiative of this kind passes such a stage. */
export const hasStage = (initiative: Initiative, stage: string, kind: KindRules, context: CommandContext): boolean =>
  stagesOf(initiative, kind, context).includes(stage);

/** Refuses `law/stage-unknown`, naming the stages there are; a kind without stages has none to name. */
export const knownStage = (
  initiative: Initiative,
  stage: string,
  kind: KindRules,
  context: CommandContext,
  path: string,
): void => {
  if (hasStage(initiative, stage, kind, context)) return;
  const allowed = stagesOf(initiative, kind, context);
  refuse('law/stage-unknown', { stage, ...(allowed.length > 0 && { allowed }) }, path);
};
