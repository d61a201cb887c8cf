import { describe, expect, it } from '@jest/globals';
import { InvalidFields } from '@masar/nest-kit';
import { QueryParameters, type RawQuery } from './query-parameters.js';

const query = (raw: RawQuery) => new QueryParameters(raw, ['lang', 'member']);
const refused = (read: () => unknown) => {
  try {
    return read();
  } catch (fault) {
    return fault instanceof InvalidFields ? fault.faults.map(({ path, code }) => [path, code]) : fault;
  }
};

describe('a query', () => {
  it('yes or no is said by those words', () => {
    expect([query({ member: 'true' }).flag('member'), query({ member: 'false' }).flag('member')]).toEqual([
      true,
      false,
    ]);
    expect(query({ member: '' }).flag('member')).toBeUndefined();
    for (const member of ['1', '0', 'yes', 'True'])
      expect(refused(() => query({ member }).flag('member'))).toEqual([['member', 'field/word']]);
    expect(refused(() => query({ member: ['true', 'true'] }).flag('member'))).toEqual([['member', 'field/shape']]);
  });

  it('one word out of a list is said once', () => {
    const lang = (raw: RawQuery) => query(raw).word('lang', ['ar', 'en']);
    expect([lang({ lang: 'ar' }), lang({})]).toEqual(['ar', undefined]);
    expect(refused(() => lang({ lang: ['ar', 'en'] }))).toEqual([['lang', 'field/shape']]);
    expect(refused(() => lang({ lang: 'ar,en' }))).toEqual([['lang', 'field/word']]);
  });
});
