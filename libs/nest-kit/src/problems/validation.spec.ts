import { describe, expect, it } from '@jest/globals';
import { Field, OneOfField } from '@masar/contracts/bodies';
import { codeOfFaults, InvalidFields, wordsOf } from './field-faults.js';
import { FieldsPipe } from './validation.js';

const checkLimit = (value: unknown) =>
  typeof value === 'string' && /^[1-9]\d?$/.test(value) ? undefined : { code: 'field/type', expected: '1–99' };

class PlantsQuery {
  @Field(checkLimit, { type: 'integer', default: 50 }, { optional: true }) limit?: string;
  @OneOfField(['true', 'false'], { optional: true }) pruned?: string;
}

const read = (value: object, type: 'query' | 'body' = 'query') =>
  new FieldsPipe().transform(value, { type, metatype: PlantsQuery });
const faults = (value: object, type?: 'query' | 'body') => {
  try {
    read(value, type);
    return [];
  } catch (fault) {
    return (fault as InvalidFields).faults.map(({ path, code }) => [path, code]);
  }
};

describe('a character nobody can read', () => {
  it('is named in either language', () => {
    const found = { path: 'title.ar', code: 'field/characters', expected: 'U+0007' } as const;
    expect([wordsOf(found, 'ar').message, wordsOf(found, 'en').message]).toEqual([
      'في النص محرف لا يُقرأ، فيُحذف: \u2068U+0007\u2069',
      'The text holds a character that cannot be read, to be taken out: U+0007',
    ]);
    expect(codeOfFaults([found])).toBe('body/invalid');
  });
});

describe('parameters of a query', () => {
  it('sent empty take their default where they have one', () => {
    expect(read({ limit: '', pruned: 'true' })).toEqual({ pruned: 'true' });
    expect(read({ limit: '7' })).toEqual({ limit: '7' });
  });
  it('sent empty are refused by name where leaving them out would be a guess', () =>
    expect(faults({ limit: '', pruned: '' })).toEqual([['pruned', 'field/word']]));
  it('are refused by name when they cannot be meant or are not known', () => {
    expect(faults({ limit: 'ten' })).toEqual([['limit', 'field/type']]);
    expect(faults({ colour: '' })).toEqual([['colour', 'field/unknown']]);
  });
  it('are no fields of a body: there an empty value is a value', () =>
    expect(faults({ limit: '' }, 'body')).toEqual([['limit', 'field/type']]));
});
