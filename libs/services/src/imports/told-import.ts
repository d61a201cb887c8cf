import type { RefusalCode } from '@masar/contracts';
import type { Fault } from '@masar/import';
import { problemOf, type Language, type Problem } from '@masar/nest-kit';
import { countsOf } from './import-counts.js';
import type { ImportAnswer } from './import-answer.js';

const unreadable = /^(encoding|xml|workbook|table\/unreadable|table\/separator|file\/empty)/;

const tooLarge: ReadonlySet<string> = new Set(['file/too-large', 'file/too-long', 'file/too-many-rows']);

/** What a file with faults is refused for: an older snapshot, a file too large, one that cannot be read, else its faults. */
const codeOf = (faults: readonly Fault[]): RefusalCode => {
  const codes = faults.filter(({ blocking }) => blocking).map(({ code }) => code);
  if (codes.includes('import/older-than-known')) return 'import/older-than-known';
  if (codes.some((code) => tooLarge.has(code))) return 'import/too-large';
  return codes.some((code) => unreadable.test(code)) ? 'import/unreadable' : 'import/faults';
};

/** A fault in the asker's language. */
const toldFault = ({ message, ...fault }: Fault, language: Language) => ({
  ...fault,
  message: message[language],
});

/** What `POST /api/imports` answers, faults in the asker's language. */
export interface ToldImport extends Omit<ImportAnswer, 'faults'> {
  readonly faults: readonly ReturnType<typeof toldFault>[];
}
export const toldImport = ({ faults, ...answer }: ImportAnswer, language: Language): ToldImport => ({
  ...answer,
  faults: faults.map((fault) => toldFault(fault, language)),
});

/** Problem details of a refused file: every fault by row and column, beside the counts it would have had. */
export const refusedFileProblem = (answer: ImportAnswer, language: Language) => {
  const { faults, id, rows, faultCount, noticeCount } = toldImport(answer, language);
  const errors = faults
    .filter(({ blocking }) => blocking)
    .map(({ row, column, code, message }) => ({ path: `${row}.${column}`, code, message }));
  const code = codeOf(answer.faults);
  const { title, status, detail, type }: Problem = problemOf(code, language);
  return { type, title, status, detail, code, errors, id, ...countsOf(answer), rows, faultCount, noticeCount, faults };
};
