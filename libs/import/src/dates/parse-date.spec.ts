import { describe, expect, it } from '@jest/globals';
import type { DateStyle } from './date-style.js';
import { parseDate } from './parse-date.js';

const read = (text: string, style: DateStyle = {}): string => {
  const reading = parseDate(text, style);
  if ('date' in reading) return reading.date;
  if ('fault' in reading) return reading.fault;
  return 'absent' in reading ? `${reading.absent}: ${reading.ground}` : 'empty';
};
const dayFirst: DateStyle = { order: 'dmy', pivot: 80 };

describe('dates as people write them', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2016-05-25 17:00:00', '2016-05-25'],
    ['2016-07-07T00:00:00Z', '2016-07-07'],
    ['٢٠٢٦-٠٣-٠١', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['31/12/2026', '2026-12-31'],
    ['5 مارس ٢٠٢٦', '2026-03-05'],
    ['١٥ يوليو ٢٠٢٦ م', '2026-07-15'],
    ['3 تشرين الأول 2026', '2026-10-03'],
    ['12 كانون الثاني 2027', '2027-01-12'],
    ['1 آذار 2026', '2026-03-01'],
    ['١ أبريل ٢٠٢٦', '2026-04-01'],
    ['4 October 2026', '2026-10-04'],
    ['October 4, 2026', '2026-10-04'],
    ['04-Oct-2026', '2026-10-04'],
    ['٩ رمضان ١٤٤٧ هـ', '2026-02-26'],
    ['1447/9/9هـ', '2026-02-26'],
  ])('%s', (text, date) => expect(read(text)).toBe(date));

  it.each([
    ['01.09.15', '2015-09-01'],
    ['31.12.98', '1998-12-31'],
    ['5/02/2016 5:00:00 PM', '2016-02-05'],
    ['24/10/2016', '2016-10-24'],
    ['01/10/2006', '2006-10-01'],
  ])('%s, day first', (text, date) => expect(read(text, dayFirst)).toBe(date));

  it('month first where the profile says so', () => expect(read('03/04/2021', { order: 'mdy' })).toBe('2021-03-04'));

  it('ambiguous day and month, or year, is a fault; 05/05 is not ambiguous', () => {
    expect(read('03/04/2021')).toBe('date/ambiguous');
    expect(read('05/05/2021')).toBe('2021-05-05');
    expect(read('03.04.21', { order: 'dmy' })).toBe('date/ambiguous');
  });

  it('quarters and months end on their last day where the profile says so', () => {
    const style: DateStyle = { fiscalYearStarts: 4, monthsEndOnLastDay: true };
    expect(read('Q4 2020/21', style)).toBe('2021-03-31');
    expect(read('Q3 2019/20', style)).toBe('2019-12-31');
    expect(read('Q2 2020', style)).toBe('2020-06-30');
    expect(read('الربع الثالث 2026', style)).toBe('2026-09-30');
    expect(read('September 2020', style)).toBe('2020-09-30');
    expect(read('فبراير ٢٠٢٨', style)).toBe('2028-02-29');
    expect(read('Q4 2020/21', { monthsEndOnLastDay: true })).toBe('date/ambiguous');
    expect(read('Q4 2020/23', style)).toBe('date/does-not-exist');
    expect(read('September 2020')).toBe('date/unreadable');
  });

  it('Excel serials only where the profile expects them', () => {
    expect(read('44286', { excelSerials: true })).toBe('2021-03-31');
    expect(read('44286')).toBe('date/unreadable');
  });

  it('an instant is a day of the profile’s zone', () => {
    expect(read('2010-11-29 23:30:00.575000+00:00', { zone: 'Europe/Amsterdam' })).toBe('2010-11-30');
    expect(read('2010-10-04 01:06:40.020000+02:00', { zone: 'Europe/Amsterdam' })).toBe('2010-10-04');
  });

  it('words that mean no date keep the ground', () => {
    const style: DateStyle = {
      words: [
        { text: 'exempt*', absent: 'withheld' },
        { text: 'tbd', absent: 'not-yet-planned' },
      ],
    };
    expect(read('Exempt under Section 26 (Defence)', style)).toBe('withheld: Exempt under Section 26 (Defence)');
    expect(read('TBD', style)).toBe('not-yet-planned: TBD');
    expect(read('TBD soon', style)).toBe('date/unreadable');
  });

  it.each(['30/02/2026', '2026-13-01', '31 أبريل 2026', '٣٠ محرم ١٤٤٨ هـ'])('%s does not exist', (text) =>
    expect(read(text, dayFirst)).toBe('date/does-not-exist'),
  );
  it('nothing, and something else', () => {
    expect(read('  ')).toBe('empty');
    expect(read('soon')).toBe('date/unreadable');
  });
});
