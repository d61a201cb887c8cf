import type { Words } from './catalogue.js';
import type { Catalogue } from './ar/index.js';
import { formatsFor, type Digits, type Formats, type Language } from './formats.js';
import { pseudo, pseudoLanguages, type PseudoLanguage } from './pseudo.js';

export type Shown = Language | PseudoLanguage;
export type Said = Words<Catalogue>;

/** One language as a reader has it: its words, how it writes numbers, and which way its lines run. */
export interface Tongue {
  readonly shown: Shown;
  readonly direction: 'rtl' | 'ltr';
  /** For `lang` and for what a library says by itself. */
  readonly locale: string;
  readonly formats: Formats;
  readonly words: Said;
}

const catalogues = {
  ar: () => import('./ar/index.js'),
  en: () => import('./en/index.js'),
} satisfies Record<Language, () => Promise<{ catalogue: (formats: Formats) => Said }>>;

const isPseudo = (shown: Shown): shown is PseudoLanguage => shown in pseudoLanguages;

export const isShown = (text: string | null): text is Shown =>
  text === 'ar' || text === 'en' || text === 'x-long' || text === 'x-mirror';

/** Fetches the words of one language alone; the others are never loaded. `zone`: where hours are read, an IANA name. */
export const tongueOf = async (shown: Shown, digits: Digits, zone?: string): Promise<Tongue> => {
  const language: Language = isPseudo(shown) ? 'en' : shown;
  const formats = formatsFor(language, digits, zone);
  const words = (await catalogues[language]()).catalogue(formats);
  return {
    shown,
    direction: shown === 'ar' || shown === 'x-mirror' ? 'rtl' : 'ltr',
    locale: `${language === 'ar' ? 'ar-AE' : 'en-US'}-u-nu-${digits}`,
    formats,
    words: isPseudo(shown) ? pseudo(shown, words) : words,
  };
};
