import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../reading.js';
import { mayContest } from './may-contest.js';
import { listedEntries, segmentsOf } from './segments.js';

describe('the bar of all days', () => {
  const sums = (party: string, active: number, waiting: number, paused = 0) => ({
    party,
    active,
    waiting,
    paused,
    contested: 0,
  });
  it('is filled exactly, party by party', () => {
    const segments = segmentsOf({ elapsed: 100, byParty: [sums('a', 50, 10), sums('b', 0, 30, 10)] });
    expect(segments.map(({ party, bucket, days }) => `${party} ${bucket} ${days}`)).toEqual([
      'a active 50',
      'a waiting 10',
      'b waiting 30',
      'b paused 10',
    ]);
    expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([0, 1]);
    expect(segments.every(({ from }, index) => index === 0 || from === segments[index - 1]?.to)).toBe(true);
  });
});

describe('entries', () => {
  const entry = (bucket: Entry['bucket'], party = 'entity:land', contest: Entry['contest'] = null) =>
    ({ bucket, party, contest }) as Entry;
  it('are listed newest first, work on request alone', () => {
    const entries = [entry('active', 'a'), entry('waiting', 'b'), entry('paused', 'c')];
    expect(listedEntries(entries, 'waits').map(({ party }) => party)).toEqual(['c', 'b']);
    expect(listedEntries(entries, 'all')).toHaveLength(3);
  });
  it('are contested by whose they are, once at a time', () => {
    const land = { roles: ['focal-point' as const], entity: 'land', onlyAccount: false };
    expect(mayContest(land, entry('waiting'))).toBe(true);
    expect(mayContest(land, entry('active'))).toBe(false);
    expect(mayContest(land, entry('waiting', 'entity:finance'))).toBe(false);
    expect(mayContest({ ...land, predecessors: ['finance'] }, entry('waiting', 'entity:finance'))).toBe(true);
    const open = { id: 'x', state: 'open' as const, by: 'entity:land', on: '2026-01-01' };
    expect(mayContest(land, entry('waiting', 'entity:land', open))).toBe(false);
    expect(mayContest({ roles: ['reviewer'], onlyAccount: false }, entry('waiting', 'judiciary'))).toBe(true);
  });
});
