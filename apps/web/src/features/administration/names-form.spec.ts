import { describe, expect, it } from '@jest/globals';
import { answersTo, bilingualOf, filled } from './names-form.js';

describe('what is filled in and searched', () => {
  it('leaves out what is empty', () => {
    expect(bilingualOf(' وزارة النقل ', '')).toEqual({ ar: 'وزارة النقل' });
    expect(filled({ id: 'a', zone: ' ' })).toEqual({ id: 'a' });
  });
  it('finds a name however its alef, its ending and its case are written', () => {
    expect(answersTo('الاسكان', 'وزارة الإسكان')).toBe(true);
    expect(answersTo('وزاره', 'وزارة الإسكان')).toBe(true);
    expect(answersTo('TRANS', undefined, 'transport')).toBe(true);
    expect(answersTo('x', 'transport')).toBe(false);
    expect(answersTo(' ', undefined)).toBe(true);
  });
});
