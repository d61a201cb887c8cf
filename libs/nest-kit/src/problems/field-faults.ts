import type { RefusalCode } from '@masar/contracts';
import type { Language } from './language.js';
import type { FieldFault } from './problem.js';
import { sayingOf } from './refusal-problem.js';
import { refusals } from './refusals.js';

/** What can be wrong with one field, beside the refusal codes that speak of a value (`date/not-a-date`, `initiative/unknown-party`). */
const fieldWords = {
  'field/missing': { ar: 'هذا الحقل مطلوب', en: 'This field is required' },
  'field/unknown': { ar: 'هذا الحقل غير معروف', en: 'This field is unknown' },
  'field/type': {
    ar: 'القيمة ليست من النوع المطلوب: {expected}',
    en: 'The value is not of the expected type: {expected}',
  },
  'field/shape': {
    ar: 'القيمة على غير الشكل المطلوب: {expected}',
    en: 'The value does not have the expected shape: {expected}',
  },
  'field/length': {
    ar: 'الطول خارج المسموح به: {expected}',
    en: 'The length is outside what is allowed: {expected}',
  },
  'field/characters': {
    ar: 'في النص محرف لا يُقرأ، فيُحذف: {expected}',
    en: 'The text holds a character that cannot be read, to be taken out: {expected}',
  },
  'field/word': { ar: 'القيمة ليست من القائمة: {expected}', en: 'The value is not one of: {expected}' },
  'field/range': {
    ar: 'القيمة خارج المدى المسموح به: {expected}',
    en: 'The value is outside what is allowed: {expected}',
  },
  'field/one-initiative': {
    ar: 'الدفعة التي تُنفَّذ كلها أو لا شيء منها تكون لملف واحد',
    en: 'A batch that is atomic is for one initiative',
  },
  'field/atomic-only': {
    ar: 'لا معنى له إلا لدفعة تُنفَّذ كلها أو لا شيء منها (atomic)',
    en: 'It means something only for a batch that is atomic',
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

/** Forms that are words, as checks name them, in Arabic; all others are signs, names of fields and numbers. */
const arabicForms: Readonly<Record<string, string>> = {
  text: 'نص',
  list: 'قائمة',
  object: 'كائن JSON',
  number: 'عدد',
  'whole number': 'عدد صحيح',
  'a value': 'قيمة',
  'date YYYY-MM-DD': 'تاريخ YYYY-MM-DD',
};

/** What a schema says of a value (`must be …`) is said in English alone. */
const formOf = (expected: string, language: Language): string => {
  if (language === 'en') return expected;
  return arabicForms[expected] ?? (expected.startsWith('must ') ? 'مخطط الحقل' : expected);
};

const isFieldCode = (code: FieldFaultCode): code is keyof typeof fieldWords => code in fieldWords;

export const wordsOf = (fault: FoundFault, language: Language): FieldFault => {
  const words = isFieldCode(fault.code)
    ? { ...fieldWords[fault.code], detail: fieldWords[fault.code] }
    : refusals[fault.code];
  const details = {
    expected: formOf(fault.expected ?? '', language),
    value: fault.value ?? '',
    party: fault.value ?? '',
  };
  return { path: fault.path, code: fault.code, message: sayingOf(words, details, language) };
};

/**
 * The code of the whole problem. What does not fit the body's schema makes the request malformed (400); only where every
 * fault is a value that fits and cannot be (no such day, no such party) is it 422, under the value's own code.
 */
export const codeOfFaults = (faults: readonly FoundFault[]): RefusalCode => {
  const misfits = faults.filter((fault) => isFieldCode(fault.code));
  if (misfits.length > 0)
    return misfits.every((fault) => fault.code === 'field/unknown') ? 'body/unknown-field' : 'body/invalid';
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
