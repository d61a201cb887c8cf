import { describe, expect, it } from '@jest/globals';
import { knowledgeOf, validateEvent } from './validate.js';

describe('events against the catalogue', () => {
  it('takes valid data, open to fields of later days', () => {
    expect(validateEvent('milestone.started.v1', { happenedOn: '2026-03-01', milestone: 'm-1' })).toEqual([]);
    expect(validateEvent('milestone.started.v1', { happenedOn: '2026-03-01', milestone: 'm-1', later: true })).toEqual(
      [],
    );
  });

  it('names each fault by its place and rule', () => {
    const faults = validateEvent('milestone.started.v1', { happenedOn: 20260301 });
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: '/happenedOn', rule: 'type' }),
        expect.objectContaining({ path: '', rule: 'required' }),
      ]),
    );
    expect(validateEvent('milestone.started.v1', null)).not.toEqual([]);
  });

  it('tells an unknown version of a known fact from an unknown fact', () => {
    expect(knowledgeOf('milestone.started.v1')).toBe('known');
    expect(knowledgeOf('milestone.started.v2')).toBe('unknown-version');
    expect(knowledgeOf('star.awarded.v1')).toBe('unknown-type');
    expect(knowledgeOf('toString.v1')).toBe('unknown-type');
    expect(validateEvent('star.awarded.v1', {})).toMatchObject([{ rule: 'catalogue' }]);
  });
});
