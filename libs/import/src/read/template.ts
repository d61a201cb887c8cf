import type { Profile } from '../profiles/profile.js';

const isArabic = (text: string): boolean => /[\u0600-\u06ff]/.test(text);
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The header of an empty file of a profile as CSV text with byte order mark, in Arabic where the profile has it; undefined for what is not a table. */
export const templateOf = (profile: Profile, language: 'ar' | 'en'): string | undefined => {
  if (!('columns' in profile)) return undefined;
  const headers = Object.values(profile.columns).map(
    (column) => column.headers.find((header) => isArabic(header) === (language === 'ar')) ?? column.headers[0] ?? '',
  );
  return `\ufeff${headers.map(quoted).join(',')}\r\n`;
};
