import { describe, expect, it } from '@jest/globals';
import { askedWith, isNarrowed, queryOf, readAsked, withoutFilters } from './asked.js';

const search = (text: string) => new URLSearchParams(text);

describe('what the address of the portfolio asks', () => {
  it('is read back as it was written', () => {
    const asked = readAsked(search('kind=laws&q=%D9%86%D9%82%D9%84&only=missed&waited=partner:p&knownOn=2026-07-01'));
    expect(asked).toEqual({ kind: 'laws', q: 'نقل', only: 'missed', waited: 'partner:p', knownOn: '2026-07-01' });
  });
  it('passes over what it does not know', () => {
    expect(readAsked(search('only=everything&knownOn=yesterday&kind=&color=red&status=lost&sort=luck&late=1'))).toEqual(
      {},
    );
  });
  it('sends the server what the server knows, the greatest slip first', () => {
    expect(queryOf({ kind: 'laws', only: 'apart', waited: 'cabinet', late: 'true' })).toEqual({
      sort: '-slip',
      kind: 'laws',
      late: true,
    });
    expect(queryOf({ sort: 'title' })).toEqual({ sort: 'title' });
  });
  it('changes one thing and keeps the rest', () => {
    expect(askedWith(search('kind=laws&q=x'), { q: undefined, only: 'apart' }).toString()).toBe('kind=laws&only=apart');
  });
  it('is narrowed by filters alone, and loses them alone', () => {
    expect([isNarrowed({ sort: 'title', knownOn: '2026-01-01' }), isNarrowed({ q: 'a' })]).toEqual([false, true]);
    expect(withoutFilters(search('kind=laws&sort=title')).toString()).toBe('sort=title');
  });
});
