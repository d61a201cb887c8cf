import type { LocalDate, TargetView } from '@masar/contracts';

/** The day a target says: promised, else what it comes to provisionally; null where it has none. */
export const dateOfTarget = (target: TargetView): LocalDate | null => {
  if ('date' in target) return target.date;
  return 'provisional' in target ? target.provisional : null;
};
