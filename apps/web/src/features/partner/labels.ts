import type { Said } from '../../i18n/languages.js';
import type { Due } from './due.js';
import type { Side } from './sides.js';

type Words = Said['commitments'];

/** With whom the clock is, said to one side: «عندكم» to a partner about itself. */
export const withWhom = (words: Words, side: Side, reader: Side): string => {
  if (side === 'government') return words.with.government;
  return reader === 'partner' ? words.with.partner : words.with.otherPartner;
};

/** How it stands to its day, in words; nothing where nothing is owed. */
export const dueWords = (words: Words, due: Due): string | undefined => {
  switch (due.sort) {
    case 'ahead':
      return words.dueIn(due.days);
    case 'late':
      return words.late(due.days);
    case 'reported-early':
      return words.reportedEarly(due.days);
    case 'reported-late':
      return words.reportedLate(due.days);
    case 'reported-on-time':
      return words.reportedOnTime;
    case 'today':
      return words.dueToday;
    case 'none':
      return undefined;
  }
};
