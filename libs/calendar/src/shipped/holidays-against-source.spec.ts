import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addDays, shippedCalendar, yearOf } from '../index.js';

const data = resolve(process.env.MASAR_SHARED_DATA ?? '../shared/data', 'calendars/public_holidays_2015_2032.csv');
const isThere = existsSync(data);
if (!isThere) console.warn(`holidays are not compared: ${data} is not there`);

/** Days off by country and year, several on one date counted once; a holiday of several days into the new year belongs there. */
const daysOffOf = (country: string): readonly string[] => {
  const days = new Set<string>();
  for (const line of readFileSync(data, 'utf8').trim().split('\n').slice(1)) {
    const [code, date = '', length] = line.split(',');
    if (code === country) for (let n = 0; n < Number(length); n++) days.add(addDays(date, n));
  }
  return [...days].sort();
};

const shippedDays = (country: string): readonly string[] =>
  Object.entries(shippedCalendar(country)?.holidays ?? {}).flatMap(([year, days]) =>
    days.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
  );

(isThere ? describe : describe.skip)('shipped holidays against the published list of 2015–2032', () => {
  it.each(['EG', 'AE', 'SA', 'TN'])('%s: every day off, and no other', (country) => {
    const listed = daysOffOf(country).filter((date) => yearOf(date) <= 2032);
    const shipped = shippedDays(country).filter((date) => yearOf(date) >= 2015 && yearOf(date) <= 2032);
    expect(shipped).toEqual(listed);
  });

  it('Egypt 2023: Eid al-Fitr from 21 April, Eid al-Adha from 28 June', () => {
    expect(shippedDays('EG')).toEqual(expect.arrayContaining(['2023-04-21', '2023-06-28']));
  });
});
