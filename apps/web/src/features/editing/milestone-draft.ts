import type { Command } from '../../app/commands/intent.js';
import { bilingual, titleDraft, type TitleDraft } from './title.js';
import { draftOfTarget, noTarget, promiseOf, type TargetDraft } from './target.js';
import type { Milestone } from './use-initiative.js';

/** A milestone as its form holds it. */
export interface MilestoneDraft extends TitleDraft {
  /** Empty: whoever owns the initiative. */
  readonly party: string;
  readonly key: boolean;
  readonly dependsOn: readonly string[];
  readonly target: TargetDraft;
}
export const emptyMilestone: MilestoneDraft = {
  ar: '',
  en: '',
  party: '',
  key: false,
  dependsOn: [],
  target: noTarget,
};

/** One that is there, as its form shows it. */
export const draftOf = ({ title, party, key, dependsOn, currentTarget }: Milestone): MilestoneDraft => ({
  ...titleDraft(title),
  party,
  key,
  dependsOn,
  target: currentTarget ? draftOfTarget(currentTarget) : noTarget,
});

export type Missing = 'title' | 'target';
export const missingOf = (draft: MilestoneDraft): Missing | undefined => {
  if (bilingual(draft) === undefined) return 'title';
  return promiseOf(draft.target) === undefined ? 'target' : undefined;
};

/** A new milestone; of a draft that lacks nothing. */
export const plan = (initiative: string, draft: MilestoneDraft): Command => ({
  path: `/api/${initiative}/milestones`,
  body: {
    title: bilingual(draft),
    target: promiseOf(draft.target),
    key: draft.key,
    ...(draft.party !== '' && { party: draft.party }),
    ...(draft.dependsOn.length > 0 && { dependsOn: draft.dependsOn }),
  },
});

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Several sorts of change of one initiative as one command: all of them or none, kept and sent as one. */
export const together = (changes: readonly Command[], version: number): Command | undefined => {
  const [first, ...more] = changes;
  if (first === undefined || more.length === 0) return first && { ...first, version };
  return {
    path: '/api/batch',
    body: { atomic: true, commands: changes.map(({ path, body }) => ({ path, body })) },
    version,
  };
};

/** The commands that make what was into what is wanted, one for each sort of change; none where nothing changed. */
export const changesOf = (milestone: string, before: MilestoneDraft, after: MilestoneDraft): Command[] => {
  const changes: Command[] = [];
  const path = `/api/${milestone}`;
  const [title, target] = [bilingual(after), promiseOf(after.target)];
  if (title !== undefined && differs(title, bilingual(before)))
    changes.push({ path: `${path}/describe`, body: { title } });
  if (differs(after.dependsOn, before.dependsOn))
    changes.push({ path: `${path}/dependencies`, body: { dependsOn: after.dependsOn } });
  if (target !== undefined && differs(target, promiseOf(before.target)))
    changes.push({ path: `${path}/set-target`, body: { to: target } });
  return changes;
};
