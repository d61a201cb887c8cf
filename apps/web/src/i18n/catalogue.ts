import type { Formats } from './formats.js';

/** The shape of a catalogue without its words: what another language must fill in completely to compile. */
export type Words<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Words<T[Key]> };

/** A part of a catalogue: words that may need numbers and dates written for the reader. */
export type Part<T> = (formats: Formats) => T;

/** Every word of a catalogue through one function: how a pseudo-language is made of a real one. */
export const throughWords = <T>(words: T, change: (text: string) => string): T => {
  if (typeof words === 'string') return change(words) as T;
  if (typeof words === 'function')
    return ((...given: unknown[]) => change((words as unknown as (...given: unknown[]) => string)(...given))) as T;
  return Object.fromEntries(
    Object.entries(words as object).map(([key, value]) => [key, throughWords(value as unknown, change)]),
  ) as T;
};
