import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addDays, hijriLabel, hijriOf, isMarkedHijri, localDateOfHijri, parseHijri } from './index.js';

const data = resolve(process.env.MASAR_SHARED_DATA ?? '../shared/data', 'calendars/hijri_umalqura_months.csv');
const isThere = existsSync(data);
if (!isThere) console.warn(`Hijri months are not compared: ${data} is not there`);

(isThere ? describe : describe.skip)('Umm al-Qura months against the published table', () => {
  it('first and last day of every month, there and back', () => {
    const rows = readFileSync(data, 'utf8').trim().split('\n').slice(1);
    expect(rows.length).toBeGreaterThan(250);
    for (const row of rows) {
      const [year = 0, month = 0, , length = 0] = row.split(',').map(Number);
      const first = row.split(',')[2] ?? '';
      expect(hijriOf(first)).toEqual({ year, month, day: 1 });
      expect(hijriOf(addDays(first, length - 1))).toEqual({ year, month, day: length });
      expect(localDateOfHijri({ year, month, day: 1 })).toBe(first);
      expect(localDateOfHijri({ year, month, day: length })).toBe(addDays(first, length - 1));
      expect(localDateOfHijri({ year, month, day: 30 }) !== undefined).toBe(length === 30);
    }
  });
});

describe('Hijri dates', () => {
  it('go there and back over all the years of the tables', () => {
    for (let n = 0; n < 106_600; n += 97) {
      const date = addDays('1882-11-12', n);
      const hijri = hijriOf(date);
      expect(hijri && localDateOfHijri(hijri)).toBe(date);
    }
  });

  it('have no day outside the tables, nor a month 13', () => {
    expect(hijriOf('1882-11-11')).toBeUndefined();
    expect(localDateOfHijri({ year: 1299, month: 12, day: 1 })).toBeUndefined();
    expect(localDateOfHijri({ year: 1447, month: 13, day: 1 })).toBeUndefined();
    expect(localDateOfHijri({ year: 1447, month: 0, day: 1 })).toBeUndefined();
  });

  it('are labelled with their mark', () => {
    expect(hijriLabel('2026-03-02')).toBe('١٣ رمضان ١٤٤٧ هـ');
    expect(hijriLabel('2026-03-02', 'ar', 'latn')).toBe('13 رمضان 1447 هـ');
    expect(hijriLabel('2026-03-02', 'en')).toBe('13 Ramadan 1447 AH');
  });
});

describe('a Hijri date as people write it', () => {
  it.each([
    '١٣ رمضان ١٤٤٧ هـ',
    '13 رمضان 1447هـ',
    '13/9/1447هـ',
    '١٣/٠٩/١٤٤٧ هـ',
    '1447-09-13 هـ',
    '13-09-1447 ه',
    '13.09.1447 AH',
    '13 رمضان لسنة 1447 هـ',
  ])('%s is 2026-03-02', (text) => expect(parseHijri(text)).toBe('2026-03-02'));

  it('knows the other spellings of months', () => {
    expect(parseHijri('1 ربيع الثاني 1447 هـ')).toBe(parseHijri('1 ربيع الآخر 1447 هـ'));
    expect(parseHijri('1 ذي الحجّة 1447 هـ')).toBe(parseHijri('1 ذو الحجة 1447 هـ'));
    expect(parseHijri('1 جمادى الاولى 1447 هـ')).toBe(parseHijri('1/5/1447 هـ'));
  });

  it.each(['13/9/1447', '13 رمضان 1447', '31/1/1447 هـ', '1/13/1447 هـ', '13 أيار 1447 هـ', 'هـ', 'مشروع هـ'])(
    '%s is none',
    (text) => expect(parseHijri(text)).toBeUndefined(),
  );

  it('shows by its mark that it is one', () => {
    expect(isMarkedHijri('13/9/1447هـ')).toBe(true);
    expect(isMarkedHijri('۱۳/۹/۱۴۴۷هـ')).toBe(true);
    expect(isMarkedHijri('13/9/1447')).toBe(false);
    expect(isMarkedHijri('الجهة')).toBe(false);
  });
});
