import { describe, expect, it } from '@jest/globals';
import { correctableFields, correctableFieldsOf, correctedProperty } from './correctable-fields.js';
import { eventCatalogue, type EventType } from './events/catalogue.js';
import { correctionFields } from './vocabulary.js';

const listed = Object.entries(correctableFields).flatMap(([type, fields]) =>
  fields.map((field) => [type as EventType, field] as const),
);

describe('correctable fields', () => {
  it.each(listed)('%s has %s in its data', (type, field) =>
    expect(Object.keys(eventCatalogue[type].properties)).toContain(correctedProperty(field)),
  );

  it('every word a correction may name belongs to some event', () =>
    expect(correctionFields.filter((field) => !listed.some(([, named]) => named === field))).toEqual([]));

  it('what somebody decided is not corrected but decided anew', () => {
    expect(Object.keys(correctableFields).filter((type) => /decided/.test(type))).toEqual([]);
    expect(correctableFieldsOf('pause.decided.v1')).toEqual([]);
  });

  it('a type that is not listed has none', () =>
    expect(['star.awarded.v1', 'toString'].flatMap(correctableFieldsOf)).toEqual([]));
});
