import { latinDigits, type LocalDate } from '@masar/contracts';
import { hijriOf, localDateOfHijri, type HijriDate } from './hijri.js';

export const hijriMonths = {
  ar: [
    'محرم',
    'صفر',
    'ربيع الأول',
    'ربيع الآخر',
    'جمادى الأولى',
    'جمادى الآخرة',
    'رجب',
    'شعبان',
    'رمضان',
    'شوال',
    'ذو القعدة',
    'ذو الحجة',
  ],
  en: [
    'Muharram',
    'Safar',
    'Rabi I',
    'Rabi II',
    'Jumada I',
    'Jumada II',
    'Rajab',
    'Shaban',
    'Ramadan',
    'Shawwal',
    'Dhu al-Qada',
    'Dhu al-Hijja',
  ],
} as const;

/** Other spellings met in official papers. */
const otherSpellings: readonly (readonly [string, number])[] = [
  ['المحرم', 1],
  ['صفر الخير', 2],
  ['ربيع الاول', 3],
  ['ربيع الثاني', 4],
  ['جمادى الاولى', 5],
  ['جمادى الأول', 5],
  ['جمادى الثانية', 6],
  ['جمادى الثاني', 6],
  ['رمضان المبارك', 9],
  ['ذي القعدة', 11],
  ['ذي الحجة', 12],
];

const folded = (text: string): string =>
  text
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/\s+/g, ' ')
    .trim();

const monthNumbers = new Map<string, number>([
  ...hijriMonths.ar.map((name, index) => [folded(name), index + 1] as const),
  ...otherSpellings.map(([name, month]) => [folded(name), month] as const),
]);

const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));

/** `١٣ رمضان ١٤٤٧ هـ` or `13 Ramadan 1447 AH`; empty outside the tables. */
export const hijriLabel = (
  date: LocalDate,
  language: 'ar' | 'en' = 'ar',
  digits: 'arab' | 'latn' = language === 'ar' ? 'arab' : 'latn',
): string => {
  const hijri = hijriOf(date);
  if (!hijri) return '';
  const text = `${hijri.day} ${hijriMonths[language][hijri.month - 1]} ${hijri.year} ${language === 'ar' ? 'هـ' : 'AH'}`;
  return digits === 'arab' ? arabicDigits(text) : text;
};

const mark = /\s*(?:هـ?\.?|ھـ?|AH|A\.H\.)$/i;
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const named = /^(\d{1,2})\s+(.+?)\s+(?:سنة\s+|لسنة\s+|عام\s+)?(\d{4})$/;

const partsOf = (text: string): HijriDate | undefined => {
  const first = dayFirst.exec(text);
  if (first) return { day: Number(first[1]), month: Number(first[2]), year: Number(first[3]) };
  const last = yearFirst.exec(text);
  if (last) return { year: Number(last[1]), month: Number(last[2]), day: Number(last[3]) };
  const words = named.exec(text);
  const month = words && monthNumbers.get(folded(words[2] ?? ''));
  return words && month ? { day: Number(words[1]), month, year: Number(words[3]) } : undefined;
};

/** Whether a text says that it is a Hijri date: it ends in هـ (or AH). */
export const isMarkedHijri = (text: string): boolean => mark.test(text.trim()) && /\d/.test(latinDigits(text));

/**
 * The Gregorian date of a Hijri date as people write it: `١٣ رمضان ١٤٤٧ هـ`, `13/9/1447هـ`, `1447-09-13 هـ`; digits of either
 * kind, day before month unless the year comes first. The mark is required. Undefined when it is not a Hijri date or that
 * day does not exist.
 */
export const parseHijri = (text: string): LocalDate | undefined => {
  if (!isMarkedHijri(text)) return undefined;
  const parts = partsOf(
    latinDigits(text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').trim())
      .replace(mark, '')
      .trim(),
  );
  return parts && localDateOfHijri(parts);
};
