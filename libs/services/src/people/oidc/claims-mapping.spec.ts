import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { SettingFault } from '@masar/nest-kit';
import { temporaryFolder } from '@masar/testing';
import { readClaimsMapping, standingOf } from './claims-mapping.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const read = (mapping: unknown) => {
  const file = folder.file('claims.json');
  writeFileSync(file, typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  return readClaimsMapping(file);
};
const roles = { claim: 'realm_access.roles', map: { leads: ['lead', 'member'], judges: ['reviewer'] } };

describe('what claims come to', () => {
  it('is the roles of every group, a claim inside others too, and the entity as it is mapped', () => {
    const mapping = read({ roles, entity: { claim: 'org', map: { MOT: 'transport' } } });
    const claims = {
      preferred_username: 'amal',
      name: 'Amal',
      realm_access: { roles: ['leads', 'judges'] },
      org: 'MOT',
    };
    expect(standingOf(claims, mapping)).toEqual({
      ...{ user: 'amal', name: { en: 'Amal' }, roles: ['member', 'lead', 'reviewer'], entity: 'transport' },
    });
    expect(standingOf({ ...claims, org: 'MOX' }, mapping)).not.toHaveProperty('entity');
    expect(standingOf(claims, read({ roles, entity: { claim: 'org' } }))).toMatchObject({ entity: 'MOT' });
  });

  it('is no role for a group nobody mapped, whatever its name', () => {
    for (const group of ['constructor', '__proto__', 'administrator', 42, null])
      expect(standingOf({ preferred_username: 'x', realm_access: { roles: [group] } }, read({ roles })).roles).toEqual(
        [],
      );
  });

  it.each([
    ['no JSON', 'groups'],
    ['no roles', {}],
    ['an unknown role', { roles: { claim: 'groups', map: { a: ['king'] } } }],
    ['a role of partners', { roles: { claim: 'groups', map: { a: ['partner'] } } }],
    ['a field nobody knows', { roles, role: 'lead' }],
    ['a map of lists for entities', { roles, entity: { claim: 'org', map: { a: ['b'] } } }],
    ['another word for who is unknown', { roles, unknown: 'ask' }],
  ])('is not asked of a file with %s', (_, mapping) => {
    expect(() => read(mapping)).toThrow(SettingFault);
  });
});
