import type { Refusal } from '@masar/contracts';
import { fault, type Fault } from '@masar/import';
import { problemOf } from '@masar/nest-kit';

/** A rule's refusal as a fault of the file, with the rule's own words. */
export const refusalFault = (
  refusal: Refusal,
  place: { readonly row: number; readonly column: string; readonly value: string },
): Fault => {
  const words = (language: 'ar' | 'en'): string => problemOf(refusal.code, language, refusal.details).detail;
  return {
    ...fault('import/refused', place.row, place.column, place.value),
    message: { ar: words('ar'), en: words('en') },
    refusal: refusal.code,
  };
};
