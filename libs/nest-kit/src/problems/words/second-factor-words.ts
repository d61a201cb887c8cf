import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons around the code beside the password. */
export const secondFactorWords = {
  'session/code-required': {
    status: 401,
    ar: 'يلزم رمز من تطبيق المصادقة أو أحد رموز الاسترداد',
    en: 'A code of the authenticator is needed, or a recovery code',
  },
  'session/wrong-code': {
    status: 401,
    ar: 'الرمز غير صحيح أو استُخدم من قبل',
    en: 'The code is wrong, or was used before',
  },
  'second-factor/on': { status: 409, ar: 'العامل الثاني مفعّل من قبل', en: 'The account asks for a code already' },
  'second-factor/not-begun': { status: 409, ar: 'لم يُبدأ بالعامل الثاني', en: 'No secret has been asked for' },
  'second-factor/wrong-code': {
    status: 422,
    ar: 'الرمز غير صحيح أو استُخدم من قبل',
    en: 'The code is wrong, or was used before',
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
