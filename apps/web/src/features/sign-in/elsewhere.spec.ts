import { describe, expect, it } from '@jest/globals';
import { signIn as arabic } from '../../i18n/ar/sign-in.js';
import { signIn as english } from '../../i18n/en/sign-in.js';
import { beginElsewhere, refusedBecause } from './elsewhere.js';

describe('signing in by a provider', () => {
  it('comes back to the page that was open, without what was refused before', () => {
    expect(beginElsewhere({ pathname: '/portfolio', search: '' })).toBe('/api/session/oidc?to=%2Fportfolio');
    expect(beginElsewhere({ pathname: '/portfolio', search: '?kind=laws&refused=oidc%2Ffailed' })).toBe(
      '/api/session/oidc?to=%2Fportfolio%3Fkind%3Dlaws',
    );
  });
  it('comes back to the beginning from an address that may not be kept', () => {
    expect(beginElsewhere({ pathname: '//elsewhere.example', search: '' })).toBe('/api/session/oidc?to=%2F');
    expect(beginElsewhere({ pathname: `/${'x'.repeat(600)}`, search: '' })).toBe('/api/session/oidc?to=%2F');
  });
});

describe('what the door says', () => {
  it('is nothing to who was not refused', () => {
    expect(refusedBecause('?lang=ar', english())).toBeUndefined();
  });
  it('is the reason, in both languages', () => {
    expect(refusedBecause('?refused=account%2Fdisabled', english())).toBe('This account is disabled.');
    expect(refusedBecause('?refused=account%2Fdisabled', arabic())).toBe('هذا الحساب موقوف.');
  });
  it('repeats nothing that an address says', () => {
    for (const code of ['call+0900', 'constructor', '<b>'])
      expect(refusedBecause(`?refused=${encodeURIComponent(code)}`, english())).toBe(english().refusedUnknown);
  });
});
