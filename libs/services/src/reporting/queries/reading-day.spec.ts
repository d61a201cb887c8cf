import { describe, expect, it } from '@jest/globals';
import { resolveDay } from './reading-day.js';

const now = '2026-03-11T07:00:00.000Z';
const cairo = (question: { on?: string; knownOn?: string }) => {
  const { on, knownOn, isCurrent } = resolveDay(question, now, 'Africa/Cairo');
  return [on, knownOn, isCurrent];
};

describe('the day read', () => {
  it('is today, or the day known when only that is given', () => {
    expect(cairo({})).toEqual(['2026-03-11', '2026-03-11', true]);
    expect(cairo({ knownOn: '2026-03-05' })).toEqual(['2026-03-05', '2026-03-05', false]);
    expect(cairo({ on: '2026-03-05' })).toEqual(['2026-03-05', '2026-03-11', true]);
  });

  it('of an instant is the day it falls on in the zone', () =>
    expect(cairo({ knownOn: '2026-03-05T22:30:00.000Z' })).toEqual(['2026-03-06', '2026-03-05T22:30:00.000Z', false]));

  it('may be known at an instant later today, never of tomorrow', () => {
    expect(cairo({ knownOn: '2026-03-11T21:59:59.000Z' })[0]).toBe('2026-03-11');
    expect(() => cairo({ knownOn: '2026-03-11T22:00:00.000Z' })).toThrow('read/on-in-future');
    expect(() => cairo({ knownOn: '2026-03-12' })).toThrow('read/on-in-future');
    expect(() => cairo({ on: '2026-03-12', knownOn: '2026-03-11' })).toThrow('read/on-in-future');
  });
});
