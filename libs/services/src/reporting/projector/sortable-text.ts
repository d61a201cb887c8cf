import { latinDigits, type Bilingual } from '@masar/contracts';

/** Short vowels, tanwin, shadda, sukun, superscript alef, Quranic marks, and the tatweel that only stretches. */
const arabicMarks = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;
const latinMarks = /[\u0300-\u036f]/g;

/**
 * One spelling for the many in which a word is written: alef with and without hamza, ta marbuta and ha, alef maqsura and
 * ya, without diacritics; Latin without accents and case; Arabic-Indic digits as 0–9. For search and sorting, never shown.
 */
export const foldedText = (text: string): string =>
  latinDigits(text)
    .normalize('NFKD')
    .replace(latinMarks, '')
    .replace(arabicMarks, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0624/g, '\u0648')
    .replace(/[\u0626\u0649]/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0621/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** What a title is sorted by: Arabic first, it is the source. */
export const sortableTitle = (title: Bilingual): string => foldedText(title.ar ?? title.en ?? '').slice(0, 200);

/** Everything a title, an owner and an id can be found by. */
export const searchableText = (title: Bilingual, ...others: readonly string[]): string =>
  foldedText([title.ar ?? '', title.en ?? '', ...others].join(' \n '));
