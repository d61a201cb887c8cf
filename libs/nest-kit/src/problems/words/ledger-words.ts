import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons of waits, pauses, contests, corrections and blockers. */
export const ledgerWords = {
  'wait/exists': { status: 409, ar: 'يوجد انتظار بهذا المعرّف من قبل', en: 'A wait of this id exists already' },
  'wait/unknown': { status: 404, ar: 'لا يوجد انتظار بهذا المعرّف', en: 'There is no wait of this id' },
  'wait/ended': { status: 409, ar: 'انتهى هذا الانتظار', en: 'This wait has ended' },
  'pause/exists': { status: 409, ar: 'يوجد تعليق بهذا المعرّف من قبل', en: 'A pause of this id exists already' },
  'pause/unknown': { status: 404, ar: 'لا يوجد تعليق بهذا المعرّف', en: 'There is no pause of this id' },
  'pause/decided': {
    status: 409,
    ar: 'بُتّ في طلب التعليق من قبل',
    en: 'The request for a pause has been decided already',
  },
  'pause/undecided': {
    status: 409,
    ar: 'لم يُبتّ في طلب التعليق بعد',
    en: 'The request for a pause has not been decided',
  },
  'pause/own-request': { status: 403, ar: 'لا يبتّ أحد في طلبه', en: 'Nobody decides the own request' },
  'pause/too-long': { status: 422, ar: 'لا يزيد التعليق على 92 يومًا', en: 'A pause lasts at most 92 days' },
  'pause/overlapping': { status: 409, ar: 'يتداخل التعليق مع تعليق آخر', en: 'The pause overlaps another one' },
  'pause/lapsed': {
    status: 409,
    ar: 'انقضت مدة التعليق، ويُقدَّم طلب جديد',
    en: 'The pause has lapsed; ask for a new one',
  },
  'pause/ended': { status: 409, ar: 'انتهى هذا التعليق', en: 'This pause has ended' },
  'contest/exists': { status: 409, ar: 'يوجد اعتراض بهذا المعرّف من قبل', en: 'A contest of this id exists already' },
  'contest/unknown': { status: 404, ar: 'لا يوجد اعتراض بهذا المعرّف', en: 'There is no contest of this id' },
  'contest/decided': { status: 409, ar: 'بُتّ في هذا الاعتراض من قبل', en: 'The contest has been decided already' },
  'contest/not-booked': {
    status: 409,
    ar: 'لا توجد في هذه المدة أيام مقيّدة على الطرف',
    en: 'No day of this span is booked to the party',
  },
  'contest/party-has-people': {
    status: 403,
    ar: 'للطرف من يتكلم عنه، فهو الذي يعترض؛ ولا يعترض المراجع إلا عن جهة بلا حساب',
    en: 'The party has people of its own, who contest for it; a reviewer does so only for a body without account',
  },
  'contest/too-late': {
    status: 409,
    ar: 'انقضت مهلة الاعتراض، وهي خمسة عشر يوم عمل',
    en: 'The time to contest, 15 working days, is over',
  },
  'contest/outside-span': {
    status: 422,
    ar: 'يخرج القرار عن المدة المعترض عليها',
    en: 'The ruling reaches outside the contested span',
  },
  'contest/own-party': {
    status: 403,
    ar: 'لا يبتّ في الاعتراض مَن ينتمي إلى أحد طرفيه',
    en: 'Nobody of either party decides a contest',
  },
  'contest/overlapping-spans': { status: 422, ar: 'تتداخل مدد القرار', en: 'The spans of the ruling overlap' },
  'correction/exists': {
    status: 409,
    ar: 'يوجد تصحيح بهذا المعرّف من قبل',
    en: 'A correction of this id exists already',
  },
  'correction/unknown': { status: 404, ar: 'لا يوجد تصحيح بهذا المعرّف', en: 'There is no correction of this id' },
  'correction/decided': { status: 409, ar: 'بُتّ في هذا التصحيح من قبل', en: 'The correction has been decided already' },
  'correction/own-request': { status: 403, ar: 'لا يبتّ أحد في طلبه', en: 'Nobody decides the own request' },
  'correction/unknown-version': {
    status: 422,
    ar: 'لا يوجد قيد بهذا الإصدار',
    en: 'No entry of this version is on record',
  },
  'correction/field-not-correctable': {
    status: 422,
    ar: 'لا يصحَّح هذا الحقل في هذا القيد',
    en: 'This field of this entry cannot be corrected',
    detail: [
      {
        ar: 'تتبع المحطة مرحلتها {stage}: يُصحَّح قيد دخول المرحلة، الإصدار {instead}',
        en: 'The milestone follows its stage {stage}: correct the entry of the stage, version {instead}',
      },
      { ar: 'الحقل {field} لا يصحَّح في هذا القيد', en: 'The field {field} of this entry cannot be corrected' },
    ],
  },
  'correction/unchanged': {
    status: 409,
    ar: 'القيمة المطلوبة هي المقيّدة نفسها',
    en: 'The value is the recorded one already',
  },
  'correction/value-invalid': {
    status: 422,
    ar: 'القيمة المصحّحة غير صالحة لهذا الحقل',
    en: 'The corrected value does not fit the field',
  },
  'blocker/exists': { status: 409, ar: 'يوجد معوّق بهذا المعرّف من قبل', en: 'A blocker of this id exists already' },
  'note/exists': { status: 409, ar: 'توجد ملاحظة بهذا المعرّف من قبل', en: 'A note of this id exists already' },
  'note/no-addressee': {
    status: 422,
    ar: 'يوجَّه السؤال إلى شخص أو إلى جهة أو إلى مجلس الوزراء',
    en: 'A question is put to a person, to an entity or to the cabinet',
  },
  'rating/exists': { status: 409, ar: 'يوجد تقدير بهذا المعرّف من قبل', en: 'A rating of this id exists already' },
  'rating/green-already': {
    status: 422,
    ar: 'موعد العودة إلى الأخضر لا يُذكر مع الأخضر',
    en: 'What is green has no day on which it is green again',
  },
  'rating/not-appointed': {
    status: 403,
    ar: 'يقدّر الثقة من يعمل في الملف، أو من يراجعه من غير جهته، أو المقيّم المستقل المعيَّن فيه',
    en: 'Those rate who work here, who review it from another entity, or who were appointed as independent here',
  },
  'blocker/unknown': { status: 404, ar: 'لا يوجد معوّق بهذا المعرّف', en: 'There is no blocker of this id' },
  'blocker/resolved': { status: 409, ar: 'عولج هذا المعوّق من قبل', en: 'This blocker has been resolved already' },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
