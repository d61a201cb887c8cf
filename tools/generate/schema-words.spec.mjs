import { describe, expect, it } from '@jest/globals';
import { BilingualText, DateText, eventCatalogue, Evidence, Id, PartyText } from '@masar/contracts';
import { inWords } from './schema-words.mjs';
import { danglingReferences } from './references.mjs';

describe('a schema in words', () => {
  it.each([
    ['a date', DateText, 'date'],
    ['an id', Id, 'id'],
    ['a party', PartyText, 'party'],
    ['two languages', BilingualText, 'text in Arabic, English or both'],
    ['a closed list', { type: 'string', enum: ['granted', 'refused'] }, '`granted` · `refused`'],
    ['bounds', { type: 'integer', minimum: 1, maximum: 9 }, 'whole number 1–9'],
    ['a lower bound alone', { type: 'number', exclusiveMinimum: 0 }, 'number > 0'],
    ['a choice', { anyOf: [DateText, { const: 'owner' }] }, 'date or `owner`'],
    [
      'a list of records',
      { type: 'array', items: Evidence },
      'list of { title: text, url?: https address, file?: SHA-256, note?: text }',
    ],
    ['anything', {}, 'any JSON'],
  ])('%s', (_what, schema, words) => expect(inWords(schema)).toBe(words));

  it('never falls silent over the catalogue', () =>
    expect(
      Object.values(eventCatalogue)
        .map(inWords)
        .filter((words) => /undefined|object/.test(words)),
    ).toEqual([expect.stringContaining('command: object')]));
});

describe('references', () => {
  it('that lead nowhere or out of the document are found', () =>
    expect(
      danglingReferences({
        schemas: { 'a/b': {} },
        good: { $ref: '#/schemas/a~1b' },
        gone: { $ref: '#/schemas/c' },
        out: { $ref: 'other.json#/x' },
      }),
    ).toEqual(['#/schemas/c', 'other.json#/x']));
});
