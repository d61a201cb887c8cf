import { describe, expect, it } from '@jest/globals';
import { contested, differing, rebased, yielded } from './rebased.js';

const before = { ar: 'نفق', en: 'Tunnel', dependsOn: ['m-1'] };
const mine = { ...before, ar: 'النفق الشرقي', dependsOn: ['m-2'] };

describe('two people who change the same thing', () => {
  it('do not contest what only one of them has touched, nor what both made the same', () => {
    const now = { ...before, en: 'The tunnel', dependsOn: ['m-2'] };
    expect(contested({ mine, before, now })).toEqual([]);
    expect(rebased({ mine, before, now })).toEqual({ ar: 'النفق الشرقي', en: 'The tunnel', dependsOn: ['m-2'] });
  });

  it('contest what both changed: one version is taken, and the rest of what was typed stays', () => {
    const now = { ...before, ar: 'نفق الميناء', en: 'The tunnel' };
    const of = { mine, before, now };
    expect(contested(of)).toEqual(['ar']);
    expect(rebased(of)).toEqual({ ar: 'النفق الشرقي', en: 'The tunnel', dependsOn: ['m-2'] });
    expect(yielded(of)).toEqual({ ar: 'نفق الميناء', en: 'The tunnel', dependsOn: ['m-2'] });
    expect(differing(yielded(of), now)).toEqual(['dependsOn']);
  });
});
