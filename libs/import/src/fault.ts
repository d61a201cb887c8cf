import type { Bilingual } from '@masar/contracts';
import { importLimits } from './limits.js';

/**
 * What can be wrong with a file: a closed list with its words. A `notice` is listed but stops nothing (the source says
 * "TBD" where a date belongs: recorded as absent); everything else stops the whole import before its first write.
 */
export const faultWords = {
  'file/empty': ['الملف فارغ', 'The file is empty'],
  'file/too-large': ['الملف أكبر من المسموح', 'The file is larger than allowed'],
  'file/too-long': ['تستغرق قراءة الملف وقتًا أطول من المسموح', 'The file takes longer to read than allowed'],
  'file/too-many-rows': ['صفوف الملف أكثر من المسموح', 'The file has more rows than allowed'],
  'encoding/not-text': ['ليس ملفًا نصيًا', 'This is not a text file'],
  'encoding/unexpected': [
    'ترميز الملف ليس من الترميزات المعلنة لهذا القالب',
    'The file is not in one of the encodings this profile declares',
  ],
  'encoding/damaged': ['ملف UTF-8 فيه بايتات تالفة أو مقطوع', 'The UTF-8 is damaged or cut off'],
  'encoding/ambiguous': [
    'لا يمكن الجزم بترميز الملف: ويندوز 1252 أم 1256',
    'The encoding cannot be told: Windows-1252 or Windows-1256',
  ],
  'table/unreadable': ['لا يمكن قراءة الجدول', 'The table cannot be read'],
  'table/separator-unknown': ['لم يُعرف فاصل الأعمدة', 'The column separator is not recognised'],
  'table/column-missing': ['عمود مطلوب غير موجود', 'A required column is missing'],
  'table/column-twice': ['عمود مكرر', 'A column appears twice'],
  'table/row-glued': ['صف ملتصق بصف آخر', 'A row is glued to another one'],
  'table/cells-missing': ['خلايا الصف أقل من الأعمدة', 'The row has fewer cells than columns'],
  'table/rows-disagree': [
    'صفوف ملف التسريع الواحد تختلف في هذه القيمة',
    'Rows of the same initiative disagree about this value',
  ],
  'xml/unreadable': ['ملف XML غير سليم', 'The XML is not well-formed'],
  'xml/not-allowed': ['عناصر غير مسموح بها في XML', 'The XML uses constructs that are not allowed'],
  'xml/element-missing': ['عنصر مطلوب غير موجود', 'A required element is missing'],
  'workbook/unreadable': [
    'لا يمكن قراءة ملف Excel: تالف أو ليس بصيغة xlsx',
    'The workbook cannot be read: damaged, or not xlsx',
  ],
  'workbook/locked': [
    'ملف Excel محمي بكلمة مرور: يُحفظ بلا حماية',
    'The workbook is locked by a password: save it without one',
  ],
  'workbook/old': [
    'ملف بصيغة قديمة أو محمي بكلمة مرور: يُحفظ بصيغة xlsx بلا كلمة مرور',
    'A file of the old format, or locked by a password: save it as xlsx without one',
  ],
  'value/not-computed': [
    'معادلة بلا قيمة محفوظة أو انتهت إلى خطأ: لا تُحسب المعادلات هنا',
    'A formula without a saved value, or one that came to an error: formulas are not computed here',
  ],
  'value/missing': ['القيمة مطلوبة', 'A value is required'],
  'value/too-long': ['القيمة أطول من المسموح', 'The value is longer than allowed'],
  'value/characters': [
    'في الخلية محرف لا يُقرأ، فيُحذف',
    'The cell holds a character that cannot be read, to be taken out',
  ],
  'value/not-listed': ['قيمة ليست من القيم المعروفة', 'The value is not one of those known'],
  'value/not-an-id': ['معرّف غير صالح', 'This is not a valid id'],
  'date/unreadable': ['تاريخ غير مقروء', 'The date cannot be read'],
  'date/ambiguous': ['لا يُعرف اليوم من الشهر', 'Day and month cannot be told apart'],
  'date/does-not-exist': ['تاريخ غير موجود في التقويم', 'There is no such day'],
  'date/in-future': ['تاريخ لم يأت بعد', 'The day has not come yet'],
  'date/absent': ['نص مكان التاريخ: سُجّل بلا موعد', 'Words in place of a date: recorded as absent'],
  'date/out-of-order': ['تاريخ قبل ما يجب أن يسبقه', 'The date lies before what must come first'],
  'value/kept': [
    'لا يتغيّر هذا بالاستيراد: بقي المقيَّد كما هو',
    'This is not changed by an import: what is recorded stays',
  ],
  'row/twice': ['المعرّف مكرر في الملف', 'The id appears twice in the file'],
  'row/reference-unknown': ['مرجع لمحطة غير موجودة', 'A reference to a milestone that does not exist'],
  'row/circle': ['محطات يعتمد بعضها على بعض في دائرة', 'Milestones depend on each other in a circle'],
  'row/stage-unknown': ['مرحلة ليست في مسار القانون', 'The stage is not on the law path'],
  'import/as-of-missing': [
    'هذا المصدر بلا معرّفات: حدّد تاريخ النسخة',
    'This source has no ids of its own: say as of which day it is',
  ],
  'import/older-than-known': ['النسخة أقدم مما هو معلوم', 'The snapshot is older than what is already known'],
  'import/version-moved': ['تغيّر ملف التسريع منذ تصديره', 'The initiative has changed since it was exported'],
  'import/unknown-export': [
    'لا ملف بهذا الرقم: الصف من ملف مصدَّر',
    'There is no such initiative: the row comes from an export',
  ],
  'import/refused': ['رفضته قاعدة من قواعد النظام', 'A rule refuses this'],
} as const satisfies Record<string, readonly [ar: string, en: string]>;
export type FaultCode = keyof typeof faultWords;

const notices: ReadonlySet<FaultCode> = new Set(['date/absent', 'date/out-of-order', 'value/kept']);

/**
 * Something wrong in the file. `row` is the row a spreadsheet shows it in, empty ones counted (of a transposed sheet: its
 * column); 0 is the file as a whole. `column` is the header as the file writes it.
 */
export interface Fault {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: FaultCode;
  readonly message: Required<Bilingual>;
  /** Whether it stops the import. */
  readonly blocking: boolean;
  /** Of `import/refused`: the refusal's own code. */
  readonly refusal?: string;
}

const shown = 200;

/** A fault with its words; `value` is cut to 200 characters. */
export const fault = (code: FaultCode, row: number, column: string, value = '', detail = ''): Fault => {
  const [ar, en] = faultWords[code];
  return {
    row,
    column,
    value: value.length > shown ? `${value.slice(0, shown)}…` : value,
    code,
    message: { ar: detail ? `${ar} (${detail})` : ar, en: detail ? `${en} (${detail})` : en },
    blocking: !notices.has(code),
  };
};

export const isBlocking = (one: Fault): boolean => one.blocking;

/** How many were found, listed or not. */
export interface FaultCounts {
  readonly faultCount: number;
  readonly noticeCount: number;
}
export const faultCounts = (faults: readonly Fault[]): FaultCounts => {
  const faultCount = faults.filter(isBlocking).length;
  return { faultCount, noticeCount: faults.length - faultCount };
};

/** As many as are listed; what stops the file is never left out for notices. */
export const listedFaults = (faults: readonly Fault[]): readonly Fault[] =>
  faults.length <= importLimits.faults
    ? faults
    : [...faults.filter(isBlocking), ...faults.filter((one) => !isBlocking(one))].slice(0, importLimits.faults);
