import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOf } from './clock.js';
import { instantOfDay } from './local-time.js';

const folder = mkdtempSync(join(tmpdir(), 'masar-clock-'));
afterAll(() => rmSync(folder, { recursive: true }));
const near = (instant: string, expected: string) =>
  expect(Math.abs(Date.parse(instant) - Date.parse(expected))).toBeLessThan(2_000);

describe('the clock of MASAR_TODAY', () => {
  it('is the machine’s without it', () => {
    near(clockOf(undefined, 'Africa/Cairo').now(), new Date().toISOString());
    expect(clockOf(undefined, 'Africa/Cairo').simulated).toBeUndefined();
  });

  it('begins a date at nine in the morning of the zone, and runs on', () => {
    const clock = clockOf('2026-01-10', 'Africa/Cairo');
    near(clock.now(), '2026-01-10T07:00:00.000Z');
    expect(clock.now() >= '2026-01-10T07:00:00.000Z').toBe(true);
    near(clockOf('2026-07-10', 'Africa/Cairo').now(), '2026-07-10T06:00:00.000Z');
  });

  it('begins an instant there', () =>
    near(clockOf('2026-03-01T23:30:00+02:00', 'UTC').now(), '2026-03-01T21:30:00.000Z'));

  it.each(['tomorrow', '2026-02-30', '2026-03-01T10:00:00', ''])('refuses %j', (today) => {
    expect(() => clockOf(today, 'UTC')).toThrow('MASAR_TODAY');
  });

  it('follows a file, tells who listens, and stays where it was while the file is half written', () => {
    const file = join(folder, 'today');
    writeFileSync(file, '2026-03-01T10:00:00Z\n');
    const clock = clockOf(`@${file}`, 'UTC');
    const heard: number[] = [];
    clock.onMoved((offset) => heard.push(offset));
    near(clock.now(), '2026-03-01T10:00:00Z');
    writeFileSync(file, '2026-04-');
    near(clock.now(), '2026-03-01T10:00:00Z');
    writeFileSync(file, '2026-04-01');
    near(clock.now(), '2026-04-01T09:00:00Z');
    expect(heard).toEqual([clock.offset()]);
  });
});

describe('an hour of a day in a zone', () => {
  it('knows summer time', () => {
    expect(new Date(instantOfDay('2026-06-01', 9, 'Africa/Cairo')).toISOString()).toBe('2026-06-01T06:00:00.000Z');
    expect(new Date(instantOfDay('2026-12-01', 9, 'Africa/Cairo')).toISOString()).toBe('2026-12-01T07:00:00.000Z');
  });
  it('is no number for no date', () => expect(instantOfDay('2026-02-30', 9, 'UTC')).toBeNaN());
});
