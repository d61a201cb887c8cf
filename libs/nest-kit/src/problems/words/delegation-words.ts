import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons around rights that are lent. */
export const delegationWords = {
  'delegation/unknown': { status: 404, ar: 'لا يوجد تفويض بهذا المعرّف', en: 'There is no delegation of this id' },
  'delegation/not-in-force': {
    status: 403,
    ar: 'لا يوجد تفويض سارٍ من هذا الشخص',
    en: 'No delegation by this person is in force',
    detail: { ar: 'لا يوجد تفويض سارٍ من {from}', en: 'No delegation by {from} is in force' },
  },
  'delegation/not-delegable': {
    status: 422,
    ar: 'هذه الصلاحية لا تُفوَّض',
    en: 'This right cannot be lent',
    detail: { ar: 'الصلاحية {action} لا تُفوَّض أو غير معروفة', en: '{action} is unknown, or cannot be lent' },
  },
  'delegation/dates': {
    status: 422,
    ar: 'مدة التفويض غير مقبولة',
    en: 'The days of the delegation are not acceptable',
    detail: {
      ar: 'من {since} إلى {until}: لا تنتهي قبل بدايتها ولا قبل اليوم، ولا تزيد على {days} يومًا',
      en: 'From {since} to {until}: it ends neither before it begins nor before today, and lasts {days} days at most',
    },
  },
  'delegation/too-many': {
    status: 409,
    ar: 'تفويضات كثيرة سارية أو مقررة',
    en: 'Too many delegations are in force or planned',
    detail: { ar: 'الحد الأقصى {atMost}', en: 'At most {atMost}' },
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
