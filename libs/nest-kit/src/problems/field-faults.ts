import type { RefusalCode } from '@masar/contracts';
import type { Language } from './language.js';
import type { FieldFault } from './problem.js';
import { fill } from './refusal-problem.js';
import { refusals } from './refusals.js';

/** What can be wrong with one field, beside the refusal codes that speak of a value (`date/not-a-date`, `initiative/unknown-party`). */
const fieldWords = {
  'field/missing': { status: 400, ar: 'هذا الحقل مطلوب', en: 'This field is required' },
  'field/unknown': { status: 400, ar: 'هذا الحقل غير معروف', en: 'This field is unknown' },
  'field/type': {
    status: 400,
    ar: 'القيمة ليست من النوع المطلوب: {expected}',
    en: 'The value is not of the expected type: {expected}',
  },
  'field/shape': {
    status: 400,
    ar: 'القيمة على غير الشكل المطلوب: {expected}',
    en: 'The value does not have the expected shape: {expected}',
  },
  'field/length': {
    status: 400,
    ar: 'الطول خارج المسموح به: {expected}',
    en: 'The length is outside what is allowed: {expected}',
  },
  'field/word': { status: 422, ar: 'القيمة ليست من القائمة: {expected}', en: 'The value is not one of: {expected}' },
  'field/range': {
    status: 422,
    ar: 'القيمة خارج المدى المسموح به: {expected}',
    en: 'The value is outside what is allowed: {expected}',
  },
} as const;

export type FieldFaultCode = keyof typeof fieldWords | 'date/not-a-date' | 'initiative/unknown-party';

/** A fault as found, before it has words. `path` is dotted, from the body. */
export interface FoundFault {
  readonly path: string;
  readonly code: FieldFaultCode;
  readonly expected?: string;
  readonly value?: unknown;
}

const isFieldCode = (code: FieldFaultCode): code is keyof typeof fieldWords => code in fieldWords;

export const wordsOf = (fault: FoundFault, language: Language): FieldFault => {
  const words = isFieldCode(fault.code) ? fieldWords[fault.code] : refusals[fault.code];
  const sentence = 'detail' in words && words.detail ? words.detail[language] : words[language];
  const details = { expected: fault.expected ?? '', value: fault.value ?? '', party: fault.value ?? '' };
  return { path: fault.path, code: fault.code, message: fill(sentence, details, language) ?? words[language] };
};

/**
 * The code of the whole problem. Shape comes first: with one fault of shape the request is malformed (400);
 * only where every fault is an impossible value is it 422, under the value's own code when they all share one.
 */
export const codeOfFaults = (faults: readonly FoundFault[]): RefusalCode => {
  const shapes = faults.filter((fault) => isFieldCode(fault.code) && fieldWords[fault.code].status === 400);
  if (shapes.length > 0)
    return shapes.every((fault) => fault.code === 'field/unknown') ? 'body/unknown-field' : 'body/invalid';
  const first = faults[0]?.code;
  return first !== undefined && !isFieldCode(first) && faults.every((fault) => fault.code === first)
    ? first
    : 'command/invalid';
};

/** Faults of a body or of query parameters; thrown by the validation pipe and by whoever checks by hand. */
export class InvalidFields extends Error {
  constructor(
    readonly faults: readonly FoundFault[],
    readonly where: 'body' | 'query' = 'body',
  ) {
    super(faults.map((fault) => `${fault.path}: ${fault.code}`).join('; '));
    this.name = 'InvalidFields';
  }
}
