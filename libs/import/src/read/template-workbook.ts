import type { Bilingual } from '@masar/contracts';
import type { DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Profile } from '../profiles/profile.js';
import type { ColumnSpec } from '../table/columns.js';
import { headerIn, type TemplateLanguage } from './template.js';

/** Empty rows that are there already, so that what is typed in them is taken as it is meant. */
const rowsOffered = 500;
const longestSheetName = 31;
const forbidden = /[[\]:*?/\\]/;

/** A profile's sheet bears its title where a workbook takes one of that length, else its name. */
const sheetNameOf = ({ name, title }: Profile, language: TemplateLanguage): string => {
  const words = title[language] ?? name;
  return words.length > longestSheetName || forbidden.test(words) ? name : words;
};

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

const listOf = ({ words }: ColumnSpec, column: number, language: TemplateLanguage): DataValidation[] =>
  words
    ? [
        {
          type: 'list',
          values: [...words[language]],
          range: `${letterOf(column)}2:${letterOf(column)}${rowsOffered}`,
          allowBlank: true,
          showErrorMessage: true,
        },
      ]
    : [];

/** Numbers of initiatives and milestones stay as they are typed; days are written as days. */
const formatOf = ({ isDay }: ColumnSpec): string => (isDay ? 'yyyy-mm-dd' : '@');

const emptyRows = (columns: number): null[][] =>
  Array.from({ length: rowsOffered - 1 }, () => Array.from({ length: columns }, () => null));

const explained: Readonly<Record<'sheet' | 'column' | 'required', Required<Bilingual>>> = {
  sheet: { ar: 'شرح الأعمدة', en: 'Columns explained' },
  column: { ar: 'العمود', en: 'Column' },
  required: { ar: 'مطلوب', en: 'required' },
};

const explanation = (specs: readonly ColumnSpec[], language: TemplateLanguage): WriteSheet => ({
  name: explained.sheet[language],
  view: { rightToLeft: language === 'ar' },
  freezePane: { rows: 1 },
  columns: [{ width: 28 }, { width: 28 }, { width: 12 }, { width: 70 }, { width: 70 }],
  rows: [
    [explained.column.ar, explained.column.en, '', 'الشرح', 'Explanation'],
    ...specs.map((spec) => [
      headerIn(spec, 'ar'),
      headerIn(spec, 'en'),
      spec.required ? explained.required[language] : '',
      spec.about?.ar ?? '',
      spec.about?.en ?? '',
    ]),
  ],
});

/** An empty workbook of a profile: its header, lists where a column has fixed words, and a sheet that explains the columns in both languages; undefined for what is not a table. */
export const templateWorkbook = async (
  profile: Profile,
  language: TemplateLanguage,
): Promise<Uint8Array | undefined> => {
  if (!('columns' in profile)) return undefined;
  const { writeXlsx } = await import('hucre/xlsx');
  const specs: readonly ColumnSpec[] = Object.values(profile.columns);
  const table: WriteSheet = {
    name: sheetNameOf(profile, language),
    view: { rightToLeft: language === 'ar' },
    freezePane: { rows: 1 },
    columns: specs.map((spec) => ({ width: 22, numFmt: formatOf(spec) })),
    rows: [specs.map((spec) => headerIn(spec, language)), ...emptyRows(specs.length)],
    dataValidations: specs.flatMap((spec, column) => listOf(spec, column, language)),
  };
  return writeXlsx({ sheets: [table, explanation(specs, language)] });
};
