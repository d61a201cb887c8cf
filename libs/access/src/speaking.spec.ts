import { describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@masar/contracts';
import { speaksFor, speaksIn } from './speaking.js';
import type { Subject } from './subject.js';

const voices = (party: string, place: object): readonly Role[] =>
  roles.filter((role) => speaksFor({ roles: [role], ...place }, party));

describe('who speaks for a party', () => {
  it('are its people who report or answer for it: no reviewer, who judges, and nobody who reads or configures', () => {
    expect(voices('entity:land', { entity: 'land' })).toEqual(['member', 'lead', 'focal-point']);
    expect(voices('partner:nile', { partner: 'nile' })).toEqual(['partner']);
  });

  it('are people of an entity whose place its own has taken', () =>
    expect(voices('entity:roads', { entity: 'land', predecessors: ['roads'] })).toContain('lead'));

  it('is nobody of another, of none, or for a body of the constitution', () => {
    for (const place of [{ entity: 'land' }, { partner: 'nile' }, {}])
      for (const party of ['entity:health', 'partner:delta', 'partner:undefined', 'cabinet', 'legislature'])
        expect(voices(party, place)).toEqual([]);
    expect(voices('partner:land', { entity: 'land' })).toEqual([]);
  });
});

describe('who speaks for a party in an initiative', () => {
  const about = { owner: 'education', audience: 'reviewers', entities: [], booked: ['land'], members: {} } as const;
  const voicesIn = (more: Subject, user = 'maha') =>
    roles.filter((role) => speaksIn({ user, roles: [role], entity: 'land' }, 'entity:land', { ...about, ...more }));

  it('are those of its voices that see it: by audience, by what is booked, by working there', () => {
    expect(voicesIn({ audience: 'portfolio' })).toEqual(['member', 'lead', 'focal-point']);
    expect(voicesIn({})).toEqual(['focal-point']);
    expect(voicesIn({ booked: [] })).toEqual([]);
    expect(voicesIn({ entities: ['land'] })).toEqual(['member', 'lead', 'focal-point']);
  });

  it('are its people by membership, with the role that gives, and none who is there to judge', () => {
    expect(voicesIn({ members: { maha: 'lead' } })).toEqual(roles);
    expect(voicesIn({ members: { maha: 'reviewer' } })).toEqual(['member', 'lead', 'focal-point']);
    expect(voicesIn({ members: { maha: 'lead' } }, 'omar')).toEqual(['focal-point']);
  });

  it('of a partner are its people where it has a commitment', () => {
    const nadia = { user: 'nadia', roles: ['partner'], partner: 'nile' } as const;
    expect(speaksIn(nadia, 'partner:nile', { ...about, partner: 'nile' })).toBe(true);
    expect(speaksIn(nadia, 'partner:nile', about)).toBe(false);
  });
});
