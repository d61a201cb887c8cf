import { absentTargets, type AbsentTarget } from '@masar/contracts';
import type { OwnRowsProfile } from './profile.js';

/** What stands in place of a date that is not there: the names exports write, and what people write. */
const absentWords: Readonly<Record<AbsentTarget, readonly string[]>> = {
  'not-yet-planned': [
    'not-yet-planned',
    'not yet planned',
    'tbd',
    'to be determined',
    'tbc',
    'to be confirmed',
    'لم يُخطط بعد',
    'لم يُحدد بعد',
    'غير محدد',
    'يُحدد لاحقًا',
  ],
  'depends-on-another': ['depends-on-another', 'depends on another', 'يتوقف على غيره'],
  withheld: ['withheld', 'محجوب'],
  'not-provided': ['not-provided', 'not provided', 'n/a', 'غير متاح', 'لم يُقدَّم'],
};

/**
 * Our own table: initiatives with their milestones, one row a milestone; what belongs to the initiative stands in its first
 * row. Headers in Arabic or English. A file read back is the same table: changed dates become requests, the rest the same
 * commands with the rights of who imports.
 */
export const initiatives: OwnRowsProfile = {
  name: 'initiatives',
  title: { ar: 'ملفات التسريع ومحطاتها', en: 'Initiatives and their milestones' },
  system: 'masar',
  kind: 'projects',
  shape: 'own-rows',
  tells: 'snapshot',
  completeList: false,
  decidedByPerson: true,
  bodies: { prefix: 'masar', jurisdiction: 'EG', zone: 'Africa/Cairo', calendar: 'EG' },
  dates: {
    excelSerials: true,
    monthsEndOnLastDay: true,
    words: absentTargets.flatMap((absent) => absentWords[absent].map((text) => ({ text, absent }))),
  },
  exports: [
    {
      knownBy: ['kind', 'initiative', 'id', 'originalTarget', 'currentTarget'],
      columns: {
        kind: { headers: ['kind'], required: true },
        initiative: { headers: ['initiative'], required: true },
        version: { headers: ['version'], required: true },
        milestone: { headers: ['id'], required: true },
        milestoneAr: { headers: ['title_ar'] },
        milestoneEn: { headers: ['title_en'] },
        party: { headers: ['party'] },
        key: { headers: ['key'] },
        milestoneOwner: { headers: ['owner'] },
        milestoneStatus: { headers: ['status'] },
        originalTarget: { headers: ['originalTarget'] },
        confirmedOn: { headers: ['confirmedOn'] },
        target: { headers: ['currentTarget'], required: true },
        forecast: { headers: ['forecast'] },
        actual: { headers: ['actual'] },
      },
    },
    {
      knownBy: ['kind', 'id', 'version', 'title_ar', 'startedOn', 'next_target'],
      columns: {
        kind: { headers: ['kind'], required: true },
        initiative: { headers: ['id'], required: true },
        version: { headers: ['version'], required: true },
        titleAr: { headers: ['title_ar'] },
        titleEn: { headers: ['title_en'] },
        owner: { headers: ['owner'] },
        startedOn: { headers: ['startedOn'] },
        status: { headers: ['status'] },
        endedOn: { headers: ['endedOn'] },
      },
    },
  ],
  columns: {
    kind: {
      headers: ['kind', 'النوع'],
      required: true,
      about: {
        ar: 'مشروع أو قانون أو سياسة؛ في أول صف من الملف',
        en: 'project, law or policy; in the initiative’s first row',
      },
      words: { ar: ['مشروع', 'قانون', 'سياسة'], en: ['project', 'law', 'policy'] },
    },
    initiative: {
      headers: ['initiative', 'رقم الملف', 'initiative id'],
      required: true,
      about: {
        ar: 'رقم ثابت للملف بحروف لاتينية وأرقام؛ الصف الخالي منه يتبع الملف الذي فوقه',
        en: 'a lasting id of latin letters and digits; a row without one belongs to the initiative above it',
      },
    },
    version: {
      headers: ['version', 'إصدار القيد'],
      about: {
        ar: 'يأتي مع الملف المصدَّر ولا يُعدَّل؛ فإن تغيّر القيد بعد التصدير رُفض الصف',
        en: 'comes with an exported file and is left as it is; where the record has moved on since, the row is refused',
      },
    },
    titleAr: {
      headers: ['title (Arabic)', 'عنوان الملف', 'title_ar', 'عنوان الملف (عربي)'],
      about: { ar: 'عنوان ملف التسريع بالعربية', en: 'title of the initiative in Arabic' },
    },
    titleEn: {
      headers: ['title (English)', 'title', 'title_en', 'عنوان الملف (إنجليزي)'],
      about: { ar: 'عنوان ملف التسريع بالإنجليزية', en: 'title of the initiative in English' },
    },
    owner: {
      headers: ['owner', 'الجهة المسؤولة'],
      about: { ar: 'رمز الجهة المسؤولة كما هو مسجل', en: 'id of the entity answerable, as it is registered' },
    },
    startedOn: {
      headers: ['started on', 'تاريخ البدء', 'startedOn'],
      about: { ar: 'يوم بدء الملف، إن كان قد بدأ', en: 'the day it started, if it has' },
      isDay: true,
    },
    type: {
      headers: ['type', 'التصنيف'],
      about: { ar: 'تصنيف يُقارن به: حروف لاتينية وأرقام', en: 'what it is compared by: latin letters and digits' },
    },
    jurisdiction: {
      headers: ['jurisdiction', 'الدولة'],
      about: { ar: 'للقوانين: رمز الدولة، مثل EG أو AE', en: 'of laws: the country, such as EG or AE' },
    },
    instrument: {
      headers: ['instrument', 'الأداة التشريعية'],
      about: { ar: 'للقوانين: الأداة، مثل law', en: 'of laws: the instrument, such as law' },
    },
    milestone: {
      headers: ['milestone', 'رقم المحطة', 'milestone id'],
      required: true,
      about: { ar: 'رقم المحطة داخل ملفها، مثل m-1', en: 'id of the milestone within its initiative, such as m-1' },
    },
    milestoneAr: {
      headers: ['milestone title (Arabic)', 'عنوان المحطة', 'milestone_title_ar', 'عنوان المحطة (عربي)'],
      about: { ar: 'عنوان المحطة بالعربية', en: 'title of the milestone in Arabic' },
    },
    milestoneEn: {
      headers: ['milestone title (English)', 'milestone title', 'milestone_title_en', 'عنوان المحطة (إنجليزي)'],
      about: { ar: 'عنوان المحطة بالإنجليزية', en: 'title of the milestone in English' },
    },
    party: {
      headers: ['party', 'الطرف'],
      about: {
        ar: 'من يعمل فيها، مثل entity:works؛ وإن خلا فالجهة المسؤولة',
        en: 'who acts, such as entity:works; empty: the owner',
      },
    },
    key: {
      headers: ['key', 'أساسية'],
      about: { ar: 'نعم أو لا', en: 'yes or no' },
      words: { ar: ['نعم', 'لا'], en: ['yes', 'no'] },
    },
    target: {
      headers: ['target', 'الموعد المعتمد', 'current target', 'currentTarget'],
      required: true,
      about: {
        ar: 'تاريخ، أو ربع سنة أو شهر، أو start + 6 months، أو m-1 + 30 days؛ وتغيير موعد معلن يصير طلبًا',
        en: 'a day, a quarter or month, start + 6 months, or m-1 + 30 days; another day for one that is promised becomes a request',
      },
      isDay: true,
    },
    forecast: {
      headers: ['forecast', 'الموعد المتوقع'],
      about: { ar: 'ما يتوقعه الفريق', en: 'what the team expects' },
      isDay: true,
    },
    actual: {
      headers: ['actual', 'تاريخ الإنجاز'],
      about: { ar: 'يوم الإنجاز، إن أُنجزت', en: 'the day it was reached, if it was' },
      isDay: true,
    },
    dependsOn: {
      headers: ['depends on', 'تعتمد على', 'dependsOn'],
      about: {
        ar: 'أرقام محطات، تفصل بينها مسافة أو فاصلة',
        en: 'ids of milestones, with a space or comma between them',
      },
    },
  },
};

/** What the kinds are called in such a file. */
export const kindWords = {
  projects: ['projects', 'project', 'مشروع', 'مشروعات', 'مشاريع'],
  laws: ['laws', 'law', 'قانون', 'قوانين'],
  policies: ['policies', 'policy', 'سياسة', 'سياسات'],
} as const;
/** What stands under `key`, as `folded` writes it; anything else is a fault. */
export const yesWords: readonly string[] = ['yes', 'y', 'true', '1', 'x', 'نعم'];
export const noWords: readonly string[] = ['no', 'n', 'false', '0', 'لا'];
