import { sheetCell } from '@masar/contracts';
import type { ExportSubject } from '../queries/question.js';
import type { ExportRecord, ExportTable } from './format.js';

type Language = 'ar' | 'en';
type Value = string | number | boolean | Date | null;

const sheetNames: Readonly<Record<ExportSubject, Readonly<Record<Language, string>>>> = {
  portfolio: { ar: 'ملفات التسريع', en: 'Portfolio' },
  milestones: { ar: 'المحطات', en: 'Milestones' },
  ledger: { ar: 'سجل الأيام', en: 'Day ledger' },
  events: { ar: 'الأحداث', en: 'Events' },
};

/** Characters a cell holds at most; text beyond ends in an ellipsis, as the other formats have it whole. */
const longestCell = 32_767;
const isDay = /^\d{4}-\d{2}-\d{2}$/;
/** Spreadsheets count days from 1900 and get its first two months wrong. */
const firstDay = '1900-03-01';

/** Days are days, numbers numbers, and text is text whatever it begins with: no cell is a formula. */
const valueOf = (value: ExportRecord[string], takesDays: boolean): Value => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') return value;
  if (takesDays && isDay.test(value) && value >= firstDay) return new Date(`${value}T00:00:00.000Z`);
  return sheetCell(value.length > longestCell ? `${value.slice(0, longestCell - 1)}…` : value);
};

async function* rowsOf<T>(
  { columns, recordOf, days }: ExportTable<T>,
  batches: AsyncIterable<readonly T[]>,
): AsyncGenerator<Value[]> {
  for await (const batch of batches)
    for (const item of batch) {
      const record = recordOf(item);
      yield columns.map((column) => valueOf(record[column], days.includes(column)));
    }
}

/**
 * Rows that are put together whole, so that an Arabic sheet lies from right to left: the library can say that of a sheet it
 * has whole, not of one it streams. A longer table streams, from left to right, and is never whole in memory.
 */
const mostWhole = 5_000;

async function* from<T>(first: readonly T[], rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

/** Up to so many rows, and whether more are to come. */
const beginningOf = async <T>(rows: AsyncGenerator<T>): Promise<{ readonly first: T[]; readonly isWhole: boolean }> => {
  const first: T[] = [];
  while (first.length < mostWhole) {
    const next = await rows.next();
    if (next.done) return { first, isWhole: true };
    first.push(next.value);
  }
  return { first, isWhole: false };
};

/** A workbook of one sheet: the header stays while one scrolls; further sheets where a sheet is full. */
export async function* workbookOf<T>(
  table: ExportTable<T>,
  batches: AsyncIterable<readonly T[]>,
  subject: ExportSubject,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const { writeXlsx, writeXlsxStream } = await import('hucre/xlsx');
  const rows = rowsOf(table, batches);
  const style = { width: 18 };
  const name = sheetNames[subject][language];
  const freezePane = { rows: 1 };
  try {
    const { first, isWhole } = await beginningOf(rows);
    if (isWhole) {
      const view = { rightToLeft: language === 'ar' };
      const columns = table.columns.map(() => style);
      const whole = [[...table.columns], ...first];
      yield await writeXlsx({ sheets: [{ name, view, freezePane, columns, rows: whole }], stringMode: 'inline' });
      return;
    }
    const columns = table.columns.map((header) => ({ header, ...style }));
    yield* writeXlsxStream(from(first, rows), { name, freezePane, columns });
  } finally {
    await rows.return(undefined);
  }
}
