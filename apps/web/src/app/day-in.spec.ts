import { describe, expect, it } from '@jest/globals';
import { dayIn } from './day-in.js';

describe('the day', () => {
  const late = '2026-11-22T22:30:00.000Z';
  it('is that of the zone, whatever the device says', () => {
    expect(['Africa/Cairo', 'Asia/Dubai', 'Europe/London'].map((zone) => dayIn(zone, late))).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-22',
    ]);
    expect(dayIn('Africa/Cairo', '2026-01-05T09:00:00.000Z')).toBe('2026-01-05');
  });

  it('is today where no instant is told, of the device where no zone is', () => {
    expect(dayIn('UTC')).toBe(new Date().toISOString().slice(0, 10));
    expect(dayIn(undefined, '2026-11-22T12:00:00.000Z')).toBe('2026-11-22');
  });
});
