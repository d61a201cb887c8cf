import { describe, expect, it } from '@jest/globals';
import { addDays, endOfDayInstant, isZone, localDateOf, startOfDayInstant } from './index.js';

describe('a date ends at midnight in its zone', () => {
  it('in Cairo in winter and in summer time', () => {
    expect(endOfDayInstant('2026-01-15', 'Africa/Cairo')).toBe('2026-01-15T22:00:00.000Z');
    expect(endOfDayInstant('2026-07-15', 'Africa/Cairo')).toBe('2026-07-15T21:00:00.000Z');
    expect(startOfDayInstant('2026-07-16', 'Africa/Cairo')).toBe('2026-07-15T21:00:00.000Z');
  });

  it('also where there is no midnight: Cairo goes from 24:00 to 01:00 on the last Friday of April', () => {
    expect(startOfDayInstant('2024-04-26', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000Z');
    expect(endOfDayInstant('2024-04-25', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000Z');
    expect(endOfDayInstant('2024-04-26', 'Africa/Cairo')).toBe('2024-04-26T21:00:00.000Z');
  });

  it('also where midnight is put off: Cairo repeats an hour of the last Thursday of October', () => {
    expect(endOfDayInstant('2024-10-31', 'Africa/Cairo')).toBe('2024-10-31T22:00:00.000Z');
    expect(localDateOf('2024-10-31T21:30:00.000Z', 'Africa/Cairo')).toBe('2024-10-31');
  });
});

describe('the date of an instant', () => {
  it('is the one on the wall there', () => {
    expect(localDateOf('2026-03-01T21:59:59.999Z', 'Africa/Cairo')).toBe('2026-03-01');
    expect(localDateOf('2026-03-01T22:00:00.000Z', 'Africa/Cairo')).toBe('2026-03-02');
    expect(localDateOf('2026-03-01T19:59:59.999Z', 'Asia/Dubai')).toBe('2026-03-01');
    expect(localDateOf('2026-03-01T20:00:00.000Z', 'Asia/Dubai')).toBe('2026-03-02');
    expect(localDateOf('2026-03-01T04:59:59.999Z', 'America/New_York')).toBe('2026-02-28');
    expect(localDateOf('2026-03-01T23:30:00+02:00', 'Europe/Amsterdam')).toBe('2026-03-01');
    expect(localDateOf('2026-03-01T10:00:00.000Z', 'Pacific/Kiritimati')).toBe('2026-03-02');
    expect(localDateOf('2026-03-01T10:59:00.000Z', 'Pacific/Pago_Pago')).toBe('2026-02-28');
  });

  it('lies between the begin and the end of that date, every hour of a year, in zones of every kind', () => {
    for (const zone of ['Africa/Cairo', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']) {
      for (let hour = 0; hour < 8_760; hour += 7) {
        const instant = new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString();
        const date = localDateOf(instant, zone);
        expect(startOfDayInstant(date, zone) <= instant && instant < endOfDayInstant(date, zone)).toBe(true);
        expect(endOfDayInstant(date, zone)).toBe(startOfDayInstant(addDays(date, 1), zone));
      }
    }
  });

  it('refuses what is no instant', () => {
    expect(() => localDateOf('yesterday', 'UTC')).toThrow('not an instant');
  });
});

describe('zones', () => {
  it.each(['Africa/Cairo', 'Asia/Dubai', 'UTC'])('%s is known', (zone) => expect(isZone(zone)).toBe(true));
  it.each(['Mars/Olympus', 'Cairo', '', '+02:00'])('"%s" is not', (zone) => expect(isZone(zone)).toBe(false));
});
