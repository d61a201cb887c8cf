import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons that belong to people, their links and passwords. */
export const peopleWords = {
  'session/reused': {
    status: 401,
    ar: 'استُخدم تجديد الجلسة مرتين فأُنهيت، ويلزم تسجيل الدخول',
    en: 'The session was renewed twice by the same cookie and has ended; signing in is required',
  },
  'account/own': { status: 403, ar: 'لا يغيّر أحد صلاحياته بنفسه', en: 'Nobody changes the own standing' },
  'account/place': {
    status: 422,
    ar: 'الدور لا يناسب مكان الشخص',
    en: 'The role does not fit where the person belongs',
    detail: {
      ar: 'الدور {role} يتطلب {needs} ولا يجتمع مع غيره',
      en: 'The role {role} needs {needs}, and no other place',
    },
  },
  'account/roles-apart': {
    status: 422,
    ar: 'هذان الدوران لا يجتمعان في شخص واحد',
    en: 'These roles are not held by one person',
    detail: { ar: 'لا يجتمع {one} و{other}', en: '{one} and {other} are kept apart' },
  },
  'account/last-administrator': {
    status: 409,
    ar: 'يلزم بقاء مدير واحد للنظام على الأقل',
    en: 'One administrator has to stay',
  },
  'account/disabled': { status: 409, ar: 'الحساب موقوف', en: 'The account is disabled' },
  'invitation/unknown': {
    status: 404,
    ar: 'الرابط غير صالح: استُخدم من قبل أو انتهت مدته',
    en: 'The link opens nothing: it was used, or its time is over',
  },
  'key/unknown': { status: 404, ar: 'لا يوجد مفتاح بهذا المعرّف', en: 'There is no key of this id' },
  'key/scope-beyond': {
    status: 422,
    ar: 'لا يملك هذا الحساب هذه الصلاحية',
    en: 'The account has no such right to give to a key',
    detail: { ar: 'لا يملك الحساب صلاحية {scope}', en: 'The account does not have the right {scope}' },
  },
  'key/expiry': {
    status: 422,
    ar: 'مدة المفتاح غير مقبولة',
    en: 'The key must end after today and within a year',
    detail: { ar: 'بين {from} و{to}', en: 'Between {from} and {to}' },
  },
  'password/length': {
    status: 422,
    ar: 'طول كلمة المرور غير مقبول',
    en: 'The password is too short or too long',
    detail: { ar: 'من {from} إلى {to} حرفًا', en: 'From {from} to {to} characters' },
  },
  'password/too-common': {
    status: 422,
    ar: 'كلمة المرور شائعة أو يسهل تخمينها',
    en: 'The password is common, or easily guessed',
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
