import { useBilingual, useWords } from '../../app/reader.js';
import { Conflict } from './conflict.js';
import type { MilestoneDraft } from './milestone-draft.js';
import { promiseOf } from './target.js';
import { useTargetWords } from './target-words.js';
import type { useEdited } from './use-edited.js';
import type { Milestone } from './use-initiative.js';

interface Props {
  readonly of: ReturnType<typeof useEdited<MilestoneDraft>>;
  readonly milestones: readonly Milestone[];
  readonly takeMine: () => void;
}

/** A promise as it is given, in the shape in which it is told. */
const recordedAs = (promise: ReturnType<typeof promiseOf>): Milestone['currentTarget'] => {
  if (promise === undefined) return null;
  if (typeof promise === 'string') return { date: promise };
  return 'absent' in promise ? promise : { unresolved: true, ...promise };
};

/** The fields of a milestone that two people have changed, in words. */
export const MilestoneConflict = ({ of, milestones, takeMine }: Props) => {
  const { editing } = useWords();
  const say = useBilingual();
  const inWords = useTargetWords(milestones);
  const titleOf = (id: string) => say(milestones.find((one) => one.id === id)?.title) || id;
  const shown = (draft: MilestoneDraft, field: keyof MilestoneDraft): string => {
    if (field === 'ar' || field === 'en') return draft[field];
    if (field === 'dependsOn') return draft.dependsOn.map(titleOf).join(editing.between) || editing.onNothing;
    return inWords(recordedAs(promiseOf(draft.target)));
  };
  const names = {
    ar: editing.titleAr,
    en: editing.titleEn,
    dependsOn: editing.dependsOn,
    target: editing.target,
    party: editing.party,
    key: editing.key,
  };
  return (
    <Conflict
      rows={of.contested.map((field) => ({
        name: names[field],
        mine: shown(of.draft, field),
        theirs: shown(of.recorded, field),
      }))}
      takeMine={takeMine}
      takeTheirs={of.takeTheirs}
    />
  );
};
