import { latinDigits } from '@masar/contracts';

/** Latin digits for Arabic-Indic and Persian ones, no direction marks or tatweel, single spaces. */
export const plain = (text: string): string =>
  latinDigits(text)
    .replace(/[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const bare = (name: string): string =>
  name
    .replace(/[\u064b-\u0652\u0640.]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة$/, 'ه')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Month names: English, Egyptian and Levantine Arabic, Portuguese. Each list is January to December. */
const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'يناير', 'كانون الثاني', 'janeiro'],
  ['february', 'feb', 'فبراير', 'شباط', 'fevereiro'],
  ['march', 'mar', 'مارس', 'آذار', 'março'],
  ['april', 'apr', 'أبريل', 'إبريل', 'نيسان', 'abril'],
  ['may', 'مايو', 'أيار', 'ايار', 'maio'],
  ['june', 'jun', 'يونيو', 'يونية', 'حزيران', 'junho'],
  ['july', 'jul', 'يوليو', 'يولية', 'تموز', 'julho'],
  ['august', 'aug', 'أغسطس', 'آب', 'agosto'],
  ['september', 'sep', 'sept', 'سبتمبر', 'أيلول', 'setembro'],
  ['october', 'oct', 'أكتوبر', 'تشرين الأول', 'outubro'],
  ['november', 'nov', 'نوفمبر', 'تشرين الثاني', 'novembro'],
  ['december', 'dec', 'ديسمبر', 'كانون الأول', 'dezembro'],
];
const months = new Map(monthNames.flatMap((names, index) => names.map((name) => [bare(name), index + 1] as const)));

/** The number of a month by name, 1–12. */
export const monthByName = (name: string): number | undefined => months.get(bare(name));
