import { describe, expect, it } from '@jest/globals';
import { answersTo, bodyOf, fieldsOf, missingFor, reasonOf, recordOf } from './answers.js';

const change = '/api/projects/P-1/milestones/m-2/target-changes/c-2';
const request = { commands: ['approve', 'reject', 'return'].map((verb) => `${change}/${verb}`), record: 'c-2' };
const question = { commands: ['/api/projects/P-1/notes'], record: 'q-1' };
const empty = { reason: '', outcome: '', text: '', date: '' };

describe('answers to what waits', () => {
  it('are the addresses the server gives', () => {
    expect(answersTo(request).map(({ verb, path }) => [verb, path])).toEqual([
      ['approve', `${change}/approve`],
      ['reject', `${change}/reject`],
      ['return', `${change}/return`],
    ]);
    expect(recordOf(request)).toBe(change);
  });

  it('a no has a reason, a yes may have one', () => {
    const [approve, reject] = answersTo(request);
    expect(missingFor(approve!, empty)).toEqual([]);
    expect(bodyOf(approve!, empty)).toEqual({});
    expect(missingFor(reject!, { ...empty, reason: ' ' })).toEqual(['reason']);
    expect(bodyOf(reject!, { ...empty, reason: ' لا ' })).toEqual({ reason: 'لا' });
    expect(fieldsOf(answersTo(request))).toEqual([{ field: 'reason', isNeeded: false }]);
  });

  it('an answer to a question is a note about it, read nowhere else', () => {
    const [note] = answersTo(question);
    expect(bodyOf(note!, { ...empty, text: 'في مايو' })).toEqual({ about: 'q-1', text: 'في مايو' });
    expect(recordOf(question)).toBeUndefined();
  });

  it('a forecast needs its date', () => {
    const [forecast] = answersTo({ commands: ['/api/projects/P-1/milestones/m-2/forecast'] });
    expect(missingFor(forecast!, empty)).toEqual(['date']);
    expect(bodyOf(forecast!, { ...empty, date: '2027-01-01' })).toEqual({ date: '2027-01-01' });
  });

  it('says when a reason is to be written', () => {
    const of = (...verbs: readonly string[]) =>
      reasonOf(answersTo({ commands: verbs.map((verb) => `/api/projects/P-1/x/${verb}`) }));
    expect(of('dismiss')).toBe('always');
    expect(of('approve', 'reject')).toBe('withNo');
    expect(of('confirm')).toBe('withoutEvidence');
    expect(of('forecast')).toBe('ifAny');
  });

  it('what the page does not know is not offered', () => {
    expect(answersTo({ commands: ['/api/projects/P-1/pauses/p-1/sell'] })).toEqual([]);
  });
});
