import type { RefusalCode } from '@masar/contracts';
import type { Language } from './language.js';
import type { FieldFault, Problem } from './problem.js';
import { refusals } from './refusals.js';
import type { RefusalWords } from './words/refusal-words.js';

type Details = Readonly<Record<string, unknown>>;

const separators: Record<Language, string> = { ar: '، ', en: ', ' };
const none: Record<Language, string> = { ar: 'لا شيء', en: 'none' };
/** First strong isolate … pop: what a user typed keeps its own direction inside an Arabic sentence. */
const isolated = (text: string, language: Language) => (language === 'ar' ? `\u2068${text}\u2069` : text);

const textOf = (value: unknown, language: Language): string => {
  if (Array.isArray(value) && value.length === 0) return none[language];
  if (Array.isArray(value)) return value.map((item) => textOf(item, language)).join(separators[language]);
  if (value !== null && typeof value === 'object') return isolated(JSON.stringify(value), language);
  return isolated(String(value), language);
};

const placeholder = /\{(\w+)\}/g;

/** The sentence with its `{placeholders}` filled; undefined when one of them is not among the details, or null. */
const fill = (sentence: string, details: Details, language: Language): string | undefined => {
  let complete = true;
  const filled = sentence.replace(placeholder, (_, name: string) => {
    if (details[name] === undefined || details[name] === null) complete = false;
    return textOf(details[name], language);
  });
  return complete ? filled : undefined;
};

/** What a reason comes to here: the first of its sentences that the details fill, else its title. */
export const sayingOf = (words: Omit<RefusalWords, 'status'>, details: Details, language: Language): string => {
  for (const sentence of [words.detail ?? []].flat()) {
    const filled = fill(sentence[language], details, language);
    if (filled !== undefined) return filled;
  }
  return words[language];
};

/** A code as problem details. A thing not found under a field of the body is an impossible value (422), not a missing address. */
export const problemOf = (
  code: RefusalCode,
  language: Language,
  details: Details = {},
  errors?: readonly FieldFault[],
): Problem => {
  const words = refusals[code];
  const title = words[language];
  const detail = sayingOf(words, details, language);
  return {
    type: `/api/problems/${code}`,
    title,
    status: words.status === 404 && errors?.length ? 422 : words.status,
    detail,
    code,
    ...(errors?.length ? { errors } : {}),
    ...(Object.keys(details).length ? { details } : {}),
  };
};
