import { useBilingual, useWords } from '../../app/reader.js';
import type { Milestone } from './use-initiative.js';

/** A target in words: its date, its rule or its absence. */
export const useTargetWords = (milestones: readonly Milestone[]): ((target: Milestone['currentTarget']) => string) => {
  const { editing, vocabulary } = useWords();
  const say = useBilingual();
  return (target) => {
    if (!target) return vocabulary.absentTarget['not-yet-planned'];
    if ('date' in target) return editing.onDay(target.date);
    if ('absent' in target) return vocabulary.absentTarget[target.absent];
    const unit = target.months !== undefined ? 'months' : target.working === true ? 'working' : 'days';
    const anchor = milestones.find(({ id }) => id === target.after);
    const after = target.after === 'start' ? editing.start : anchor ? say(anchor.title) : target.after;
    return editing.rule(after, target.months ?? target.days ?? 0, unit);
  };
};
