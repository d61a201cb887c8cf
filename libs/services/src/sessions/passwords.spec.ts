import { describe, expect, it } from '@jest/globals';
import { hashPassword, makePassword, verifyPassword } from './passwords.js';

describe('passwords', () => {
  it('are kept as salted argon2id, never the same twice', async () => {
    const [one, two] = [await hashPassword('سرّ'), await hashPassword('سرّ')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect([
      await verifyPassword('سرّ', one),
      await verifyPassword('سر', one),
      await verifyPassword('x', 'nonsense'),
    ]).toEqual([true, false, false]);
  });
  it('are the same however their letters are composed', async () => {
    expect(await verifyPassword('cafe\u0301', await hashPassword('caf\u00e9'))).toBe(true);
  });
  it('that are made cannot be misread', () => expect(makePassword()).toMatch(/^[a-kmnp-zA-HJ-NP-Z2-9]{20}$/));
});
