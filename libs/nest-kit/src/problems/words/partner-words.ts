import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons of partners and their commitments. */
export const partnerWords = {
  'partner/unknown': { status: 404, ar: 'لا يوجد شريك بهذا المعرّف', en: 'There is no partner of this id' },
  'partner/suspended': {
    status: 409,
    ar: 'الشريك موقوف: يقرأ ويعترض ولا يلتزم بجديد',
    en: 'The partner is suspended: it reads and contests, and commits to nothing new',
  },
  'commitment/unknown-initiative': {
    status: 404,
    ar: 'لا يوجد ملف بهذا الاسم',
    en: 'There is no initiative of this name',
  },
  'commitment/answered': {
    status: 409,
    ar: 'أُجيب عن هذا العرض من قبل',
    en: 'This offer has been answered already',
  },
  'commitment/not-accepted': {
    status: 409,
    ar: 'لم يُقبل هذا الالتزام بعد',
    en: 'This commitment has not been accepted',
  },
  'commitment/already-reported': {
    status: 409,
    ar: 'أُعلن الوفاء بهذا الالتزام وينتظر قرار الطرف الآخر',
    en: 'This commitment has been reported and waits for the other side',
  },
  'commitment/not-reported': {
    status: 409,
    ar: 'لم يُعلن الوفاء بهذا الالتزام',
    en: 'This commitment has not been reported',
  },
  'commitment/over': {
    status: 409,
    ar: 'انتهى هذا الالتزام',
    en: 'This commitment has ended',
    detail: { ar: 'انتهى في {on}', en: 'It ended on {on}' },
  },
  'commitment/other-side': {
    status: 403,
    ar: 'هذا الإجراء للطرف الآخر في الالتزام',
    en: 'This is for the other side of the commitment to do',
  },
  'commitment/same-reporter': {
    status: 403,
    ar: 'لا يعتمد الوفاءَ من أعلنه',
    en: 'Whoever reported it cannot decide on it',
  },
  'commitment/evidence-missing': {
    status: 409,
    ar: 'يلزم مستند إثبات واحد على الأقل',
    en: 'At least one item of evidence is needed',
  },
  'due-change/exists': { status: 409, ar: 'يوجد اقتراح بهذا المعرّف', en: 'A proposal of this id exists already' },
  'due-change/unknown': { status: 404, ar: 'لا يوجد اقتراح بهذا المعرّف', en: 'There is no proposal of this id' },
  'due-change/undecided': {
    status: 409,
    ar: 'يوجد اقتراح موعد لم يُبتّ فيه',
    en: 'Another date has been proposed and not been decided on',
  },
  'due-change/decided': { status: 409, ar: 'بُتّ في هذا الاقتراح من قبل', en: 'This proposal has been decided on' },
  'due-change/unchanged': {
    status: 409,
    ar: 'الموعد المقترح هو الموعد الحالي',
    en: 'The proposed date is the one in force',
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
