import { describe, expect, it } from '@jest/globals';
import type { Actor, Subject } from '@masar/access';
import type { Waiting } from '@masar/timeline';
import { waitsFor } from './waits-for.js';

const school: Subject = { owner: 'education', audience: 'portfolio', members: { layla: 'lead' } };
const thing = (fields: Partial<Waiting>): Waiting => ({
  what: 'pause',
  stream: 'projects/P-1',
  since: '2026-03-01',
  days: 3,
  workingDays: 3,
  level: 0,
  version: 3,
  ...fields,
});
const reviewer: Actor = { user: 'rami', roles: ['reviewer'] };

describe('whose a thing is', () => {
  it('is theirs whose right settles it, but nobody’s who asked, in his own name or through another', () => {
    expect(waitsFor(reviewer, thing({ by: 'layla' }), school)).toBe(true);
    expect(waitsFor(reviewer, thing({ by: 'rami' }), school)).toBe(false);
    expect(waitsFor(reviewer, thing({ by: 'huda', inNameOf: 'rami' }), school)).toBe(false);
    expect(waitsFor({ ...reviewer, user: 'huda', onBehalfOf: 'reem' }, thing({ by: 'reem' }), school)).toBe(false);
    expect(waitsFor({ ...reviewer, entity: 'education' }, thing({ by: 'layla' }), school)).toBe(false);
  });

  it('is nobody’s for whom the initiative is not', () =>
    expect(waitsFor(reviewer, thing({ by: 'layla' }), { ...school, audience: 'team' })).toBe(false));

  it('of a question is whom it was put to, and further up only as it climbs', () => {
    const asked = (level: number) => thing({ what: 'question', to: 'maha', by: 'reem', level });
    const maha: Actor = { user: 'maha', roles: ['member'], entity: 'health' };
    const lead: Actor = { user: 'layla', roles: ['lead'], entity: 'education' };
    const who = (level: number) => [maha, lead, reviewer].map((actor) => waitsFor(actor, asked(level), school));
    expect([who(0), who(1), who(2)]).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });

  it('of a commitment is the side’s that is waited for', () => {
    const nadia: Actor = { user: 'nadia', roles: ['partner'], partner: 'nile' };
    const lead: Actor = { user: 'layla', roles: ['lead'], entity: 'education' };
    const own = thing({ what: 'commitment-delivery', stream: 'commitments/c-1', partner: 'nile', by: 'layla' });
    const { partner: _none, ...ofGovernment } = own;
    expect([nadia, lead].map((actor) => waitsFor(actor, own, { ...school, audience: 'team' }))).toEqual([true, false]);
    expect([nadia, lead].map((actor) => waitsFor(actor, ofGovernment, school))).toEqual([false, true]);
    expect(waitsFor({ ...nadia, partner: 'delta' }, own, school)).toBe(false);
  });
});
