import type { Profile } from '../profiles/profile.js';
import type { ColumnSpec } from '../table/columns.js';

export type TemplateLanguage = 'ar' | 'en';

const isArabic = (text: string): boolean => /[\u0600-\u06ff]/.test(text);
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What a column is called in a language, where the profile has a name for it there. */
export const headerIn = ({ headers }: ColumnSpec, language: TemplateLanguage): string =>
  headers.find((header) => isArabic(header) === (language === 'ar')) ?? headers[0] ?? '';

/** The header of an empty file of a profile as CSV text with byte order mark, in Arabic where the profile has it; undefined for what is not a table. */
export const templateOf = (profile: Profile, language: TemplateLanguage): string | undefined => {
  if (!('columns' in profile)) return undefined;
  const headers = Object.values(profile.columns).map((column) => headerIn(column, language));
  return `\ufeff${headers.map(quoted).join(',')}\r\n`;
};
