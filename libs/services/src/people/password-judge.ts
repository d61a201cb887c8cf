import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of a longer one the beginning is judged: what is strong so far is strong as a whole, and judging takes time. */
const judged = 32;
const factory = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });

/** How hard a password is to guess, 0 to 4, for whoever knows the words. The lists fill memory: loaded with this file, when it is needed. */
export const strengthOf = (password: string, words: readonly string[]): number =>
  factory.check(password.slice(0, judged), [...words]).score;
