import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons that belong to webhooks. */
export const webhookWords = {
  'webhook/unknown': { status: 404, ar: 'لا يوجد ربط بهذا المعرّف', en: 'There is no webhook of this id' },
  'webhook/address': {
    status: 422,
    ar: 'لا تُرسل الأحداث إلى هذا العنوان',
    en: 'Events are not sent to this address',
    detail: {
      ar: 'يلزم عنوان https عام، أو عنوان في شبكة سماها مشغّل النظام',
      en: 'It must be a public https address, or lie in a network the operator has named',
    },
  },
  'webhook/too-many': {
    status: 409,
    ar: 'بلغت عدد الروابط المسموح بها',
    en: 'No more webhooks can be made',
    detail: { ar: 'الحد {limit}', en: 'At most {limit}' },
  },
  'webhook/no-key': {
    status: 409,
    ar: 'لم يُضبط مفتاح حفظ أسرار الروابط، فلا تُنشأ روابط',
    en: 'The key that keeps the secrets of webhooks is not set, so none can be made',
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
