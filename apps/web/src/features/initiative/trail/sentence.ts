import { initiativeSentences } from './initiative-sentences.js';
import { milestoneSentences } from './milestone-sentences.js';
import type { SentenceContext } from './sentence-context.js';
import type { TrailEvent } from './events.js';

type AnySentence = (data: unknown, context: SentenceContext) => string;
const sentences: Readonly<Record<string, AnySentence | undefined>> = {
  ...(initiativeSentences as unknown as Record<string, AnySentence>),
  ...(milestoneSentences as unknown as Record<string, AnySentence>),
};

/** One event in one sentence. A sort of event this page does not know yet is still shown, as another event. */
export const sentenceOf = ({ type, data }: TrailEvent, context: SentenceContext): string =>
  sentences[type]?.(data, context) ?? context.said.other;

export const knownSorts: ReadonlySet<string> = new Set(Object.keys(sentences));
