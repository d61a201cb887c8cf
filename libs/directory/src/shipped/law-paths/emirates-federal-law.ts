import type { LawPath } from '@masar/contracts';

/**
 * United Arab Emirates, federal law (Constitution, Arts. 110–111). Loops: the Cabinet may answer the Federal National
 * Council's changes by sending the bill back to it, and so may the President or the Supreme Council (Art. 110). The urgent
 * route by decree-law is an instrument of its own and not on this path. Not confirmed by a lawyer yet.
 */
export const emiratesFederalLaw: LawPath = {
  jurisdiction: 'AE',
  instrument: 'federal-law',
  version: 1,
  name: { ar: 'قانون اتحادي (دولة الإمارات العربية المتحدة)', en: 'Federal law (United Arab Emirates)' },
  source: 'Constitution of the United Arab Emirates, Arts. 89, 110, 111',
  first: ['cabinet-draft'],
  stages: [
    {
      stage: 'cabinet-draft',
      name: { ar: 'إعداد مشروع القانون بمجلس الوزراء', en: 'Bill prepared by the Cabinet' },
      party: 'cabinet',
      next: ['fnc'],
      unconfirmed: true,
    },
    {
      stage: 'fnc',
      name: { ar: 'العرض على المجلس الوطني الاتحادي', en: 'Federal National Council' },
      party: 'legislature',
      next: ['cabinet-review'],
      unconfirmed: true,
    },
    {
      stage: 'cabinet-review',
      name: { ar: 'مراجعة مجلس الوزراء بعد المجلس الوطني الاتحادي', en: 'Cabinet review after the Council' },
      party: 'cabinet',
      next: ['president-approval', 'fnc'],
      unconfirmed: true,
    },
    {
      stage: 'president-approval',
      name: { ar: 'موافقة رئيس الدولة', en: 'Approval by the President' },
      party: 'head-of-state',
      next: ['supreme-council', 'fnc'],
      unconfirmed: true,
    },
    {
      stage: 'supreme-council',
      name: { ar: 'تصديق المجلس الأعلى للاتحاد', en: 'Ratification by the Federal Supreme Council' },
      party: 'head-of-state',
      next: ['signature', 'fnc'],
      unconfirmed: true,
    },
    {
      stage: 'signature',
      name: { ar: 'توقيع رئيس الدولة والإصدار', en: 'Signature and promulgation by the President' },
      party: 'head-of-state',
      next: ['gazette'],
      unconfirmed: true,
    },
    {
      stage: 'gazette',
      name: { ar: 'الإعداد للنشر في الجريدة الرسمية', en: 'Awaiting publication in the Official Gazette' },
      party: 'cabinet',
      next: ['published'],
      clock: { days: 14, article: 'Art. 111' },
      unconfirmed: true,
    },
    {
      stage: 'published',
      name: { ar: 'منشور في الجريدة الرسمية', en: 'Published in the Official Gazette' },
      party: 'cabinet',
      next: ['in-force'],
      publication: true,
      unconfirmed: true,
    },
    {
      stage: 'in-force',
      name: { ar: 'سريان القانون', en: 'In force' },
      party: 'cabinet',
      next: [],
      inForce: true,
      unconfirmed: true,
    },
  ],
  outcomes: ['in-force', 'rejected', 'withdrawn', 'lapsed', 'merged', 'split'],
  sovereign: ['head-of-state', 'legislature', 'judiciary'],
  inForceAfter: { months: 1, countedFrom: 'publication', article: 'Art. 111' },
  recesses: [],
};
