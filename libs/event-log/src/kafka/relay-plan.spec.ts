import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { PendingCommit, PendingPage } from '@masar/event-store';
import { partsOf, planOf } from './relay-plan.js';

/** `projects/P-1@3-4`: a pending commit of versions 3 and 4. */
const commit = (place: string, broken = false): PendingCommit => {
  const [, stream, first, last] = /^(.+)@(\d+)(?:-(\d+))?$/.exec(place)!;
  return {
    mark: place,
    stream: stream as StreamName,
    first: Number(first),
    last: Number(last ?? first),
    recordedAt: '2026-03-01T00:00:00.000Z',
    events: Array.from({ length: Number(last ?? first) - Number(first) + 1 }, () => ({}) as AnyRecordedEvent),
    ...(broken && { broken: { version: Number(first), breakage: 'hash-mismatch' as const } }),
  };
};

/** Given pending commits by insertion and, where it is not the first of the page, a stream's earliest pending version. */
const given = (...commits: (string | PendingCommit)[]) => {
  const page = commits.map((one) => (typeof one === 'string' ? commit(one) : one));
  return {
    whenEarliest: (earliest: Record<string, number> = {}) => {
      const lowest = new Map<StreamName, number>();
      for (const { stream, first } of page) lowest.set(stream, Math.min(first, lowest.get(stream) ?? first));
      for (const [stream, first] of Object.entries(earliest)) lowest.set(stream as StreamName, first);
      const asked: PendingPage = { commits: page, earliest: lowest, full: false };
      const { runs, held } = planOf(asked);
      return {
        runs: runs.map((run) => run.commits.map(({ mark }) => mark)),
        held,
        contexts: runs.map((r) => r.context),
      };
    },
  };
};

describe('what a relay publishes of a page', () => {
  it('each stream by itself, in order of version whatever the order of insertion', () => {
    expect(given('projects/P-1@1', 'laws/L-1@1-2', 'projects/P-1@3', 'projects/P-1@2').whenEarliest()).toEqual({
      runs: [['projects/P-1@1', 'projects/P-1@2', 'projects/P-1@3'], ['laws/L-1@1-2']],
      contexts: ['projects', 'laws'],
      held: [],
    });
  });

  it('nothing of a stream whose earlier pending commit is missing from the page', () => {
    expect(given('projects/P-1@4', 'laws/L-1@1').whenEarliest({ 'projects/P-1': 3 })).toMatchObject({
      runs: [['laws/L-1@1']],
      held: [{ stream: 'projects/P-1', because: 'earlier-missing' }],
    });
  });

  it('a stream as far as its versions are contiguous', () => {
    expect(given('projects/P-1@1', 'projects/P-1@2-3', 'projects/P-1@5').whenEarliest()).toMatchObject({
      runs: [['projects/P-1@1', 'projects/P-1@2-3']],
      held: [{ stream: 'projects/P-1', because: 'earlier-missing' }],
    });
  });

  it('nothing from a broken text on', () => {
    expect(given('projects/P-1@1', commit('projects/P-1@2', true), 'projects/P-1@3').whenEarliest()).toMatchObject({
      runs: [['projects/P-1@1']],
      held: [{ stream: 'projects/P-1', because: 'broken' }],
    });
  });

  it('what stays inside goes nowhere and waits for nobody; what has no place is held', () => {
    expect(given('looks/sara@1', 'unheard-of/x@1').whenEarliest()).toEqual({
      runs: [['looks/sara@1']],
      contexts: [undefined],
      held: [{ stream: 'unheard-of/x', because: 'no-topic' }],
    });
  });

  it('a long run in parts, each at least one commit', () => {
    const sizes = [3, 1, 5, 1].map((size) => ({ size }));
    expect(partsOf(sizes, 4).map((part) => part.map(({ size }) => size))).toEqual([[3, 1], [5], [1]]);
  });
});
