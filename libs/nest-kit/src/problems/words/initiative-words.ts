import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons of initiatives, milestones and their dates. */
export const initiativeWords = {
  'date/in-future': {
    status: 422,
    ar: 'التاريخ لم يأتِ بعد',
    en: 'The date is in the future',
    detail: { ar: 'التاريخ {on} بعد اليوم {today}', en: '{on} is after today, {today}' },
  },
  'date/not-a-date': {
    status: 422,
    ar: 'القيمة ليست تاريخًا صحيحًا',
    en: 'The value is not a date',
    detail: { ar: '«{value}» ليس تاريخًا صحيحًا (YYYY-MM-DD)', en: '"{value}" is not a date (YYYY-MM-DD)' },
  },
  'date/before-start': {
    status: 409,
    ar: 'التاريخ يسبق بداية الملف',
    en: 'The date is before the start of the initiative',
  },
  'date/out-of-order': {
    status: 409,
    ar: 'التاريخ يسبق واقعة مقيّدة قبله',
    en: 'The date is before a fact already recorded',
  },
  'date/span-empty': {
    status: 422,
    ar: 'المدة خالية: نهايتها لا تلي بدايتها',
    en: 'The span is empty: its end is not after its beginning',
  },
  'initiative/unknown-party': {
    status: 422,
    ar: 'الطرف غير معروف',
    en: 'The party is unknown',
    detail: { ar: 'الطرف {party} غير معروف', en: 'The party {party} is unknown' },
  },
  'initiative/not-draft': { status: 409, ar: 'الملف منشور وليس مسودة', en: 'The initiative is published, not a draft' },
  'initiative/draft': { status: 409, ar: 'الملف ما زال مسودة', en: 'The initiative is still a draft' },
  'initiative/closed': { status: 409, ar: 'الملف منتهٍ أو ملغى', en: 'The initiative has ended' },
  'initiative/open-milestones': {
    status: 409,
    ar: 'لا يكتمل الملف ما دامت فيه محطات رئيسية مفتوحة',
    en: 'The initiative cannot be completed while a key milestone is open',
    detail: { ar: 'محطات رئيسية مفتوحة: {milestones}', en: 'Open key milestones: {milestones}' },
  },
  'initiative/no-outcome': {
    status: 409,
    ar: 'ينتهي القانون بقيد مآله لا بإكماله',
    en: 'A law ends when its outcome is recorded',
  },
  'initiative/already-started': {
    status: 409,
    ar: 'تاريخ البداية مقيّد من قبل، ويُعدَّل بتصحيح',
    en: 'The start is on record already; it is changed by a correction',
  },
  'initiative/same-owner': {
    status: 409,
    ar: 'الجهة هي المسؤولة عن الملف أصلًا',
    en: 'The entity owns the initiative already',
  },
  'initiative/member-exists': { status: 409, ar: 'الشخص عضو في الملف من قبل', en: 'The person is a member already' },
  'initiative/member-unknown': {
    status: 404,
    ar: 'ليس في الملف عضو بهذا الاسم',
    en: 'The initiative has no such member',
  },
  'initiative/member-not-official': {
    status: 422,
    ar: 'لا يكون هذا الاسم عضوًا: ليس لموظف يعمل في البرنامج',
    en: 'This name cannot be a member: it is not that of an official who works here',
    detail: {
      ar: 'لا يكون «{user}» عضوًا: ليس اسم موظف يعمل في البرنامج',
      en: '"{user}" cannot be a member: it is not the name of an official who works here',
    },
  },
  'initiative/unknown-path': {
    status: 422,
    ar: 'لا يوجد مسار تشريعي لهذه الدولة وهذه الأداة',
    en: 'There is no law path for this jurisdiction and instrument',
    detail: {
      ar: 'لا يوجد مسار تشريعي لـ {jurisdiction}/{instrument}',
      en: 'There is no law path {jurisdiction}/{instrument}',
    },
  },
  'milestone/exists': { status: 409, ar: 'توجد محطة بهذا المعرّف من قبل', en: 'A milestone of this id exists already' },
  'milestone/unknown': {
    status: 404,
    ar: 'لا توجد محطة بهذا المعرّف',
    en: 'There is no milestone of this id',
    detail: { ar: 'لا توجد محطة بالمعرّف {milestone}', en: 'There is no milestone {milestone}' },
  },
  'milestone/already-started': {
    status: 409,
    ar: 'بدأ العمل في هذه المحطة من قبل',
    en: 'This milestone has already been started',
  },
  'milestone/already-reached': {
    status: 409,
    ar: 'أُنجزت هذه المحطة من قبل',
    en: 'This milestone has already been reached',
  },
  'milestone/already-confirmed': {
    status: 409,
    ar: 'اعتُمد إنجاز هذه المحطة من قبل',
    en: 'This milestone has already been confirmed',
  },
  'milestone/not-reached': { status: 409, ar: 'لم تُنجز هذه المحطة بعد', en: 'This milestone has not been reached' },
  'milestone/not-started': {
    status: 409,
    ar: 'لم يبدأ العمل في هذه المحطة بعد',
    en: 'This milestone has not been started',
  },
  'milestone/cancelled': { status: 409, ar: 'أُلغيت هذه المحطة', en: 'This milestone has been cancelled' },
  'milestone/cycle': {
    status: 422,
    ar: 'تعتمد المحطات بعضها على بعض في حلقة مغلقة',
    en: 'The milestones depend on each other in a cycle',
    detail: { ar: 'حلقة مغلقة: {cycle}', en: 'A cycle: {cycle}' },
  },
  'milestone/evidence-missing': {
    status: 409,
    ar: 'يتطلب الاعتماد مستند إثبات أو سببًا من المراجع',
    en: 'Confirming needs one item of evidence, or a reason given by a reviewer',
  },
  'milestone/bound-to-stage': {
    status: 409,
    ar: 'تُنجز هذه المحطة بدخول مرحلتها التشريعية لا يدويًا',
    en: 'This milestone is reached by entering its law stage, never by hand',
  },
  'milestone/unknown-dependency': {
    status: 422,
    ar: 'المحطة المشار إليها غير موجودة',
    en: 'The reference points to nothing',
    detail: { ar: 'لا يوجد {reference}', en: 'There is no {reference}' },
  },
  'milestone/same-reporter': {
    status: 403,
    ar: 'يعتمد الإنجازَ شخصٌ غير الذي قيّده ومن غير طرف المحطة',
    en: "Confirming takes somebody who neither reported it nor belongs to the milestone's party",
  },
  'target/already-set': {
    status: 409,
    ar: 'للمحطة موعد أصلي من قبل',
    en: 'The milestone has an original target already',
  },
  'target/not-set': { status: 409, ar: 'ليس للمحطة موعد بعد', en: 'The milestone has no target yet' },
  'target/unchanged': {
    status: 409,
    ar: 'الموعد المطلوب هو الموعد المعتمد نفسه',
    en: 'The date asked for is the current target already',
  },
  'target/beyond-allowance': {
    status: 409,
    ar: 'يتجاوز الترحيل عشرة أيام عمل، ويلزم طلب تغيير الموعد',
    en: 'The move exceeds ten working days in all; ask for a new date instead',
  },
  'target/key-milestone': {
    status: 409,
    ar: 'موعد المحطة الرئيسية لا يتغير إلا بطلب يعتمده المراجع',
    en: 'The target of a key milestone changes only by a request that a reviewer approves',
  },
  'target/unresolved': {
    status: 409,
    ar: 'الموعد مرتبط بواقعة لم تحدث بعد',
    en: 'The target depends on something that has not happened',
  },
  'target-change/exists': {
    status: 409,
    ar: 'يوجد طلب بهذا المعرّف من قبل',
    en: 'A request of this id exists already',
  },
  'target-change/unknown': {
    status: 404,
    ar: 'لا يوجد طلب تغيير موعد بهذا المعرّف',
    en: 'There is no target change of this id',
  },
  'target-change/undecided': {
    status: 409,
    ar: 'للمحطة طلب تغيير موعد لم يُبتّ فيه',
    en: 'The milestone has an undecided request already',
  },
  'target-change/decided': {
    status: 409,
    ar: 'بُتّ في طلب تغيير الموعد من قبل',
    en: 'The request has been decided already',
  },
  'target-change/own-request': { status: 403, ar: 'لا يبتّ أحد في طلبه', en: 'Nobody decides the own request' },
  'target-change/target-moved': {
    status: 409,
    ar: 'تغيّر الموعد المعتمد بعد تقديم الطلب',
    en: 'The current target has moved since the request',
  },
  'target-change/not-requester': {
    status: 403,
    ar: 'لا يسحب الطلبَ إلا مقدّمه',
    en: 'Only who asked may withdraw the request',
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
