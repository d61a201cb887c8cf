import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons of laws, policies and the registry. */
export const contextWords = {
  'law/stage-not-allowed': {
    status: 409,
    ar: 'لا يجوز الانتقال إلى هذه المرحلة من المرحلة الحالية',
    en: 'This stage may not come next',
    detail: [
      { ar: 'بعد المرحلة {from} يجوز: {allowed}', en: 'After {from} may come: {allowed}' },
      { ar: 'تبدأ المراحل بإحدى هذه: {allowed}', en: 'The first may be: {allowed}' },
    ],
  },
  'law/stage-unknown': {
    status: 422,
    ar: 'لا توجد هذه المرحلة في المسار التشريعي',
    en: 'The law path has no such stage',
    detail: {
      ar: 'لا توجد مرحلة {stage} في المسار، والجائز هنا: {allowed}',
      en: 'The path has no stage {stage}; allowed here: {allowed}',
    },
  },
  'law/ended': { status: 409, ar: 'قُيّد مآل هذا القانون من قبل', en: 'The outcome of this law is on record' },
  'law/outcome-not-allowed': {
    status: 422,
    ar: 'هذا المآل غير جائز في هذا المسار',
    en: 'The path does not have this outcome',
  },
  'law/outcome-recorded': { status: 409, ar: 'قُيّد مآل هذا القانون من قبل', en: 'The outcome of this law is on record' },
  'law/publication-missing': {
    status: 422,
    ar: 'يلزم قيد رقم الجريدة وتاريخها عند النشر',
    en: 'Publication needs its issue and number',
  },
  'policy/entity-not-in-scope': {
    status: 409,
    ar: 'الجهة ليست في نطاق السياسة',
    en: 'The entity is not in the scope of the policy',
  },
  'policy/not-recorded': {
    status: 409,
    ar: 'لم تُقيَّد حالة تطبيق لهذه الجهة',
    en: 'No application is on record for this entity',
  },
  'policy/already-verified': {
    status: 409,
    ar: 'تُحقّق من هذا التطبيق من قبل',
    en: 'This application has been verified already',
  },
  'policy/entity-exempt': { status: 409, ar: 'الجهة مستثناة من السياسة', en: 'The entity is exempt from the policy' },
  'entity/exists': { status: 409, ar: 'توجد جهة بهذا المعرّف من قبل', en: 'An entity of this id exists already' },
  'entity/unknown': { status: 404, ar: 'لا توجد جهة بهذا المعرّف', en: 'There is no entity of this id' },
  'entity/succeeded': {
    status: 409,
    ar: 'خلفت هذه الجهةَ جهةٌ أخرى',
    en: 'The entity has been succeeded by another one',
    detail: [
      { ar: 'خلفت {by} الجهةَ {entity} منذ {on}', en: '{by} has taken the place of {entity} since {on}' },
      { ar: 'خلفت {by} الجهةَ {entity}', en: '{by} has taken the place of {entity}' },
    ],
  },
  'entity/unknown-zone': { status: 422, ar: 'المنطقة الزمنية غير معروفة', en: 'The time zone is unknown' },
  'entity/unknown-calendar': { status: 422, ar: 'التقويم غير معروف', en: 'The calendar is unknown' },
  'calendar/unknown': { status: 404, ar: 'لا يوجد تقويم بهذا المعرّف', en: 'There is no calendar of this id' },
  'calendar/year-confirmed': {
    status: 409,
    ar: 'اعتُمدت عطلات هذه السنة من قبل',
    en: 'The holidays of this year have been confirmed already',
  },
  'path/exists': {
    status: 409,
    ar: 'يوجد هذا الإصدار من المسار من قبل',
    en: 'This version of the path exists already',
  },
  'path/invalid': { status: 422, ar: 'المسار التشريعي غير متسق', en: 'The law path is not consistent' },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
