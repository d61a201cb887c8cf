import type { LawPath } from '@masar/contracts';

/**
 * Egypt, primary legislation under the Constitution of 2014 as amended in 2019. The State Council's place varies, before
 * or after the plenary. No recess is listed: Art. 115 leaves the dates of the session to a yearly decree. Nothing here has
 * been confirmed by a lawyer yet, and every stage says so.
 */
export const egyptLaw: LawPath = {
  jurisdiction: 'EG',
  instrument: 'law',
  version: 1,
  name: { ar: 'قانون (جمهورية مصر العربية)', en: 'Law (Egypt)' },
  source: 'Constitution of the Arab Republic of Egypt (2014, amended 2019), Arts. 122, 123, 170, 190, 225, 248, 249',
  first: ['ministry-draft', 'committee'],
  stages: [
    {
      stage: 'ministry-draft',
      name: { ar: 'إعداد مشروع القانون بالوزارة', en: 'Drafting in the ministry' },
      party: 'owner',
      next: ['council-of-ministers'],
      unconfirmed: true,
    },
    {
      stage: 'council-of-ministers',
      name: { ar: 'مجلس الوزراء', en: 'Council of Ministers' },
      party: 'cabinet',
      next: ['committee'],
      unconfirmed: true,
    },
    {
      stage: 'committee',
      name: { ar: 'الدراسة باللجنة المختصة بمجلس النواب', en: 'Committee study in the House of Representatives' },
      party: 'legislature',
      next: ['plenary', 'state-council'],
      unconfirmed: true,
    },
    {
      stage: 'plenary',
      name: { ar: 'المناقشة في الجلسة العامة', en: 'Debate in the plenary' },
      party: 'legislature',
      next: ['state-council', 'senate', 'final-vote', 'committee'],
      unconfirmed: true,
    },
    {
      stage: 'state-council',
      name: { ar: 'المراجعة بقسم التشريع بمجلس الدولة', en: 'Review by the State Council, legislation department' },
      party: 'judiciary',
      next: ['committee', 'plenary', 'senate', 'final-vote'],
      unconfirmed: true,
    },
    {
      stage: 'senate',
      name: { ar: 'أخذ رأي مجلس الشيوخ', en: 'Opinion of the Senate' },
      party: 'legislature',
      next: ['plenary', 'final-vote'],
      unconfirmed: true,
    },
    {
      stage: 'final-vote',
      name: { ar: 'الموافقة النهائية بمجلس النواب', en: 'Final vote in the House of Representatives' },
      party: 'legislature',
      next: ['promulgation'],
      unconfirmed: true,
    },
    {
      stage: 'promulgation',
      name: { ar: 'الإصدار من رئيس الجمهورية', en: 'Promulgation by the President' },
      party: 'head-of-state',
      next: ['gazette', 'final-vote', 'plenary'],
      clock: { days: 30, article: 'Art. 123' },
      unconfirmed: true,
    },
    {
      stage: 'gazette',
      name: { ar: 'الإعداد للنشر بالجريدة الرسمية', en: 'Awaiting publication in the Official Gazette' },
      party: 'gazette',
      next: ['published'],
      clock: { days: 15, article: 'Art. 225' },
      unconfirmed: true,
    },
    {
      stage: 'published',
      name: { ar: 'منشور بالجريدة الرسمية', en: 'Published in the Official Gazette' },
      party: 'owner',
      next: ['in-force'],
      publication: true,
      unconfirmed: true,
    },
    {
      stage: 'in-force',
      name: { ar: 'نفاذ القانون', en: 'In force' },
      party: 'cabinet',
      next: ['executive-regulations'],
      inForce: true,
      unconfirmed: true,
    },
    {
      stage: 'executive-regulations',
      name: { ar: 'إصدار اللائحة التنفيذية', en: 'Executive regulations' },
      party: 'cabinet',
      next: [],
      unconfirmed: true,
    },
  ],
  outcomes: ['in-force', 'rejected', 'withdrawn', 'lapsed', 'merged', 'split'],
  sovereign: ['head-of-state', 'legislature', 'judiciary'],
  inForceAfter: { days: 30, countedFrom: 'day-after-publication', article: 'Art. 225' },
  recesses: [],
};
