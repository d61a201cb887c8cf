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
      },
    },
  ],
  columns: {
    kind: { headers: ['kind', 'النوع'], required: true },
    initiative: { headers: ['initiative', 'رقم الملف', 'initiative id'], required: true },
    version: { headers: ['version', 'إصدار القيد'] },
    titleAr: { headers: ['title (Arabic)', 'عنوان الملف', 'title_ar', 'عنوان الملف (عربي)'] },
    titleEn: { headers: ['title (English)', 'title', 'title_en', 'عنوان الملف (إنجليزي)'] },
    owner: { headers: ['owner', 'الجهة المسؤولة'] },
    startedOn: { headers: ['started on', 'تاريخ البدء', 'startedOn'] },
    type: { headers: ['type', 'التصنيف'] },
    jurisdiction: { headers: ['jurisdiction', 'الدولة'] },
    instrument: { headers: ['instrument', 'الأداة التشريعية'] },
    milestone: { headers: ['milestone', 'رقم المحطة', 'milestone id'], required: true },
    milestoneAr: { headers: ['milestone title (Arabic)', 'عنوان المحطة', 'milestone_title_ar', 'عنوان المحطة (عربي)'] },
    milestoneEn: {
      headers: ['milestone title (English)', 'milestone title', 'milestone_title_en', 'عنوان المحطة (إنجليزي)'],
    },
    party: { headers: ['party', 'الطرف'] },
    key: { headers: ['key', 'أساسية'] },
    target: { headers: ['target', 'الموعد المعتمد', 'current target', 'currentTarget'], required: true },
    forecast: { headers: ['forecast', 'الموعد المتوقع'] },
    actual: { headers: ['actual', 'تاريخ الإنجاز'] },
    dependsOn: { headers: ['depends on', 'تعتمد على', 'dependsOn'] },
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
