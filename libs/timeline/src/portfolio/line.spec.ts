import { describe, expect, it } from '@jest/globals';
import {
  began,
  entered,
  factsOf,
  milestone,
  planned,
  question,
  registered,
  registeredLaw,
  type Minute,
} from '../testing/history.js';
import { portfolioRow, withRowAt } from './review.js';

const line = (minutes: readonly Minute[], on: string, over = {}) =>
  portfolioRow(question(factsOf(minutes), on, over)).line;

describe('the line of an initiative', () => {
  it('draws the milestone promised last, with both promises', () => {
    const minutes = [
      registered(),
      planned('key', '2026-03-01', { key: true }),
      planned('working', '2026-07-01'),
      ['milestone.target-moved', '2026-02-05', { milestone: 'key', from: '', to: '2026-03-11', reason: 'r' }],
      milestone('reached', 'key', '2026-03-09'),
    ] as const;
    const before = line(minutes, '2026-03-08').promise;
    expect(before).toMatchObject({
      milestone: 'key',
      originalTarget: '2026-03-01',
      currentTarget: '2026-03-11',
      actual: null,
    });
    expect(line(minutes, '2026-03-10').promise).toMatchObject({ actual: '2026-03-09', confirmedOn: null });
  });
  it('draws no promise where none is a date', () => {
    expect(line([registered(), planned('m', { absent: 'withheld' })], '2026-02-10').promise).toBeNull();
  });
  it('says whose the days are, and since when', () => {
    const minutes = [registered(), began('w', '2026-02-05', 'entity:land')];
    expect(line(minutes, '2026-02-04').holder).toEqual({
      bucket: 'active',
      party: 'entity:education',
      since: '2026-02-01',
    });
    const waiting = { bucket: 'waiting', party: 'entity:land', since: '2026-02-05' };
    expect(line(minutes, '2026-02-15').holder).toEqual(waiting);
    expect(withRowAt(portfolioRow(question(factsOf(minutes), '2026-02-15')), '2026-02-18').line.holder).toEqual(
      waiting,
    );
  });
  it('begins again after a break', () => {
    const pause: readonly Minute[] = [
      ['pause.requested', '2026-02-08', { pause: 'p', on: '2026-02-08', until: '2026-02-09', reason: 'r', steps: 's' }],
      ['pause.decided', '2026-02-08', { pause: 'p', decision: 'granted', on: '2026-02-08', until: '2026-02-09' }],
    ];
    const minutes = [registered(), began('w', '2026-02-05', 'entity:land'), ...pause];
    expect(line(minutes, '2026-02-09').holder?.bucket).toBe('paused');
    expect(line(minutes, '2026-02-15').holder).toEqual({
      bucket: 'waiting',
      party: 'entity:land',
      since: '2026-02-10',
    });
  });
  it('goes on where one wait on a party follows another', () => {
    const minutes = [
      registered(),
      began('a', '2026-02-05', 'entity:land'),
      began('b', '2026-02-08', 'entity:land'),
      ['wait.ended', '2026-02-09', { wait: 'a' }],
    ] as const;
    expect(line(minutes, '2026-02-15').holder?.since).toBe('2026-02-05');
  });
  it('has no holder before the start and after the end', () => {
    const minutes = [registered(), ['initiative.completed', '2026-03-01', {}]] as const;
    expect(line(minutes, '2026-01-20').holder).toBeNull();
    expect(line(minutes, '2026-03-05').holder).toBeNull();
  });
  it('names no sovereign body, whoever reads', () => {
    const law = [registeredLaw(), entered('council-of-ministers', '2026-01-04'), entered('committee', '2026-01-10')];
    const holder = { bucket: 'waiting', party: 'constitutional-procedure', since: '2026-01-10' };
    expect(line(law, '2026-02-01').holder).toEqual(holder);
    expect(line(law, '2026-02-01', { hideSovereign: true }).holder).toEqual(holder);
  });
});
