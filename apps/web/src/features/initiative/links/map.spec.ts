import { describe, expect, it } from '@jest/globals';
import { mapOf, standingOf, type End, type Link } from './map.js';

const end = (reference: string, settledOn: string | null = null): End => ({ reference, settledOn, dueOn: null });
const own = (id: string, settledOn: string | null = null) => end(`projects/P-1/milestones/${id}`, settledOn);
const link = (from: End, to: End): Link => ({ from, to, sorts: ['depends'] });

const gazette = end('laws/L-7/stages/gazette', '2026-03-01');
const data = end('commitments/c-9');
const opening = end('projects/P-2/milestones/m-1');
const links = [
  link(own('m-1'), own('m-2')),
  link(data, own('m-2')),
  link(gazette, own('m-1')),
  link(own('m-2'), opening),
];

describe('the map of what leans on what', () => {
  const map = mapOf('projects/P-1', links);

  it('has three columns, each end once', () => {
    expect(map.own.map(({ reference }) => reference)).toEqual([own('m-1').reference, own('m-2').reference]);
    expect(map.before).toEqual([gazette, data]);
    expect(map.after).toEqual([opening]);
  });
  it('draws lines between rows, and says which hold nothing any more', () => {
    expect(map.into).toEqual([
      { from: 0, to: 0, isSettled: true },
      { from: 1, to: 1, isSettled: false },
    ]);
    expect(map.outOf).toEqual([{ from: 1, to: 0, isSettled: false }]);
  });
  it('tells what leans on what inside at the milestone', () => {
    expect([...map.inner]).toEqual([[own('m-2').reference, [own('m-1')]]]);
  });
  it('says how much is awaited, and how often others wait', () => {
    expect(standingOf('projects/P-1', links)).toEqual({ awaited: 1, held: 1 });
    expect(standingOf('projects/P-1', [])).toEqual({ awaited: 0, held: 0 });
  });
});
