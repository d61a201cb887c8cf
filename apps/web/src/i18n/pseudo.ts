import { throughWords } from './catalogue.js';

/** `x-long`: English a third longer, between marks: what does not fit, or never went through the catalogue, shows at once. */
const lengthened = (text: string): string => `⟦${text}${'·'.repeat(Math.ceil(text.length / 3))}⟧`;

/** `x-mirror`: English set from right to left: what leans on a side of the screen instead of the line's beginning shows. */
const mirrored = (text: string): string => `\u202B${text}\u202C`;

export const pseudoLanguages = { 'x-long': lengthened, 'x-mirror': mirrored } as const;
export type PseudoLanguage = keyof typeof pseudoLanguages;

export const pseudo = <T>(language: PseudoLanguage, words: T): T => throughWords(words, pseudoLanguages[language]);
