import { describe, expect, it } from '@jest/globals';
import { correctableFieldsOf, eventCatalogue } from '@masar/contracts';
import { correctable, correctionBody, entryOf, nothingYet } from './correct.js';

describe('a correction', () => {
  it('is offered of what the interface corrects, and of nothing else', () => {
    const known = Object.keys(eventCatalogue).filter((type) => correctableFieldsOf(type).length > 0);
    expect(Object.keys(correctable).sort()).toEqual([...known].sort());
    for (const type of known) expect([type, correctable[type]]).toEqual([type, correctableFieldsOf(type)]);
  });
  it('asks for a day, a party, a stage, a reason of the list or words', () => {
    expect(entryOf('wait.began.v1', 'reason')).toBe('wait-reason');
    expect(entryOf('milestone.reopened.v1', 'reason')).toBe('words');
    expect(entryOf('milestone.planned.v1', 'target')).toBe('day');
    expect(entryOf('law.stage-entered.v1', 'stage')).toBe('stage');
  });
  it('says which entry, what of it, what is right and why', () => {
    const typed = { ...nothingYet, field: 'on', to: '2026-03-01', reason: ' read wrongly ' } as const;
    expect(correctionBody(7, typed)).toEqual({ version: 7, field: 'on', to: '2026-03-01', reason: 'read wrongly' });
    expect(correctionBody(7, { ...nothingYet, field: 'title', english: 'Tunnel', reason: 'typo' })?.to).toEqual({
      en: 'Tunnel',
    });
  });
  it('is not sent while something is missing', () => {
    expect(correctionBody(7, { ...nothingYet, field: 'on', to: '2026-03-01' })).toBeUndefined();
    expect(correctionBody(7, { ...nothingYet, field: 'title', reason: 'typo' })).toBeUndefined();
    expect(correctionBody(7, { ...nothingYet, to: '2026-03-01', reason: 'typo' })).toBeUndefined();
  });
});
