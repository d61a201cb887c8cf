import type { RefusalCode } from '@masar/contracts';
import type { Language } from './language.js';
import type { FieldFault, Problem } from './problem.js';
import { refusals } from './refusals.js';

const separators: Record<Language, string> = { ar: '، ', en: ', ' };
/** First strong isolate … pop: what a user typed keeps its own direction inside an Arabic sentence. */
const isolated = (text: string, language: Language) => (language === 'ar' ? `\u2068${text}\u2069` : text);

const textOf = (value: unknown, language: Language): string => {
  if (Array.isArray(value)) return value.map((item) => textOf(item, language)).join(separators[language]);
  if (value !== null && typeof value === 'object') return isolated(JSON.stringify(value), language);
  return isolated(String(value), language);
};

const placeholder = /\{(\w+)\}/g;

/** The sentence with its `{placeholders}` filled; undefined when one of them is not among the details. */
export const fill = (
  sentence: string,
  details: Readonly<Record<string, unknown>>,
  language: Language,
): string | undefined => {
  let complete = true;
  const filled = sentence.replace(placeholder, (_, name: string) => {
    if (details[name] === undefined) complete = false;
    return textOf(details[name], language);
  });
  return complete ? filled : undefined;
};

/** A code as problem details. A thing not found under a field of the body is an impossible value (422), not a missing address. */
export const problemOf = (
  code: RefusalCode,
  language: Language,
  details: Readonly<Record<string, unknown>> = {},
  errors?: readonly FieldFault[],
): Problem => {
  const words = refusals[code];
  const title = words[language];
  const detail = (words.detail && fill(words.detail[language], details, language)) ?? title;
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
