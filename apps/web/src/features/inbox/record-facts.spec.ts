import { describe, expect, it } from '@jest/globals';
import { evidenceOf, factsOf } from './record-facts.js';

describe('what a decider has to know', () => {
  it('of a date that is asked for: the one in force and the other', () => {
    expect(factsOf('target-change', { from: { date: '2026-09-23' }, to: { absent: 'withheld' } })).toEqual([
      { name: 'from', value: { sort: 'target', target: { date: '2026-09-23' } } },
      { name: 'asked', value: { sort: 'target', target: { absent: 'withheld' } } },
    ]);
  });

  it('of contested days: whose they are and which', () => {
    const contest = { party: 'entity:electricity', from: '2026-10-15', to: '2026-10-29' };
    expect(factsOf('contest', contest)).toEqual([
      { name: 'party', value: { sort: 'party', words: 'entity:electricity' } },
      { name: 'days', value: { sort: 'span', from: '2026-10-15', to: '2026-10-29' } },
    ]);
  });

  it('of a correction: what becomes of which field, whatever it is', () => {
    const names = (field: string, to: unknown) => factsOf('correction', { field, to }).map(({ value }) => value.sort);
    expect(names('on', '2026-10-15')).toEqual(['field', 'day']);
    expect(names('party', 'cabinet')).toEqual(['field', 'party']);
    expect(names('target', { after: 'm-1', days: 5 })).toEqual(['field', 'target']);
    expect(factsOf('correction', { field: 'title', to: { ar: 'نفق', en: 'Tunnel' } })[1]).toEqual({
      name: 'newValue',
      value: { sort: 'words', words: 'نفق · Tunnel' },
    });
  });

  it('what a record does not say is not shown', () => {
    expect(factsOf('pause', { until: '2026-12-10' })).toEqual([
      { name: 'until', value: { sort: 'day', day: '2026-12-10' } },
    ]);
    expect(factsOf('question', { text: '?' })).toEqual([]);
    expect(evidenceOf({})).toEqual([]);
  });
});
