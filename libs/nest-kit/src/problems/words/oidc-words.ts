import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons around signing in by a ministry's own provider. */
export const oidcWords = {
  'oidc/failed': {
    status: 401,
    ar: 'لم يُقبل تسجيل الدخول عبر مزوّد الهوية',
    en: 'What the identity provider sent was not accepted',
  },
  'oidc/begun-elsewhere': {
    status: 401,
    ar: 'بدأ تسجيل الدخول في متصفح آخر أو انتهت مدته',
    en: 'This sign-in was begun in another browser, or its time is over',
  },
  'oidc/unknown-person': {
    status: 403,
    ar: 'لا يوجد حساب لهذا الشخص في مسار',
    en: 'There is no account for this person in Masar',
  },
  'oidc/no-role': {
    status: 403,
    ar: 'لا دور لهذا الشخص في مسار بحسب مزوّد الهوية',
    en: 'By what the identity provider says this person has no role in Masar',
  },
  'oidc/claim-missing': {
    status: 403,
    ar: 'ينقص ما يرسله مزوّد الهوية بيان لازم',
    en: 'What the identity provider says lacks something needed',
    detail: { ar: 'البيان {claim} مطلوب', en: 'The claim {claim} is needed' },
  },
  'oidc/name-taken': {
    status: 409,
    ar: 'اسم المستخدم هذا لحساب آخر',
    en: 'Another account has this name',
    detail: { ar: 'الاسم {user} لحساب آخر', en: 'The name {user} belongs to another account' },
  },
  'account/from-provider': {
    status: 409,
    ar: 'يسجّل هذا الشخص دخوله عبر مزوّد الهوية ولا كلمة مرور له هنا',
    en: 'This person signs in by the identity provider and has no password here',
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
