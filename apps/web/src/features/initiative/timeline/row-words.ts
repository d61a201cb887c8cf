import type { Formats } from '../../../i18n/formats.js';
import type { Said } from '../../../i18n/languages.js';
import type { Milestone } from '../reading.js';

type Target = NonNullable<Milestone['originalTarget']>;
interface Speaker {
  readonly words: Pick<Said, 'vocabulary' | 'trail' | 'acceleration'>;
  readonly formats: Pick<Formats, 'day'>;
  reference(to: string): string;
}

/** A target in words: its date, the rule it follows, or why there is none. */
export const targetWords = (target: Target, { words, formats, reference }: Speaker): string => {
  const { vocabulary, trail, acceleration } = words;
  if ('date' in target)
    return target.inherited ? `${formats.day(target.date)} (${acceleration.inherited})` : formats.day(target.date);
  if ('absent' in target) return vocabulary.absentTarget[target.absent];
  const { after, days = 0, months = 0, working = false, provisional } = target;
  const rule = trail.after(reference(after), days, months, working);
  return provisional === null ? rule : `${rule} (${acceleration.provisional}: ${formats.day(provisional)})`;
};

/** What stands on the chart where a milestone has no date: words, never a guessed mark. */
export const missingDate = (milestone: Milestone | undefined, speaker: Speaker): string | undefined =>
  milestone && milestone.actual === null && !('date' in milestone.currentTarget)
    ? targetWords(milestone.currentTarget, speaker)
    : undefined;
