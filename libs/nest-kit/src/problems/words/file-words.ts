import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons that belong to evidence files. */
export const fileWords = {
  'file/unknown': {
    status: 404,
    ar: 'لا يوجد ملف مرفوع بهذا المعرّف',
    en: 'There is no uploaded file of this id',
    detail: { ar: 'لا يوجد ملف مرفوع بالمعرّف {file}', en: 'There is no uploaded file {file}' },
  },
  'file/empty': { status: 422, ar: 'الملف فارغ', en: 'The file is empty' },
  'file/type-not-allowed': {
    status: 422,
    ar: 'نوع الملف غير مقبول دليلًا، أيًّا كان اسمه',
    en: 'A file of this kind is not taken as evidence, whatever its name says',
    detail: { ar: 'محتوى الملف من النوع {type}، وهو غير مقبول', en: 'Its bytes are {type}, which is not taken' },
  },
  'file/unsafe': {
    status: 422,
    ar: 'في الملف ما لا يؤمن فتحه',
    en: 'The file holds something that is not safe to open',
    detail: { ar: 'السبب: {because}', en: 'Because of: {because}' },
  },
  'file/too-many': {
    status: 409,
    ar: 'بلغت ما يُسمح برفعه في يوم واحد',
    en: 'No more files can be uploaded today',
    detail: { ar: 'الحد {limit} ملفًّا في اليوم', en: 'At most {limit} files a day' },
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
