import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@masar/contracts';
import { openAccounts, openSessions } from './open-sessions.js';
import { hashPassword, makePassword, verifyPassword } from './passwords.js';
import { SessionTokens } from './tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'masar-sessions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (fault: Refusal) => fault.code,
  );

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

describe('accounts', () => {
  it('begin with one administrator who holds every role until there is a second account', async () => {
    const { accounts, records, madePassword } = await openSessions(undefined);
    expect(accounts.actor('admin')).toEqual({ user: 'admin', roles: ['administrator'], onlyAccount: true });
    await expect(accounts.signIn('admin', madePassword!, 'here')).resolves.toMatchObject({ user: 'admin' });
    await accounts.add('hoda', { roles: ['lead'], entity: 'education', password: 'p' });
    expect(accounts.actor('admin')).toEqual({ user: 'admin', roles: ['administrator'] });
    expect(accounts.actor('hoda')).toEqual({ user: 'hoda', roles: ['lead'], entity: 'education' });
    await accounts.disable('hoda');
    expect([accounts.actor('hoda'), accounts.actor('admin')?.onlyAccount]).toEqual([undefined, undefined]);
    records.close();
  });

  it('are added once, disabled, and given a new password', async () => {
    const { accounts, records } = await openAccounts(undefined);
    const { password } = await accounts.add('omar', { roles: ['reviewer'] });
    expect(await codeOf(accounts.add('omar', { roles: [] }))).toBe('account/exists');
    await accounts.disable('omar');
    expect(await codeOf(accounts.signIn('omar', password!, 'here'))).toBe('session/wrong-credentials');
    await accounts.reset('omar', 'another');
    expect(await codeOf(accounts.signIn('omar', 'another', 'here'))).toBe('none');
    expect(await codeOf(accounts.disable('nobody'))).toBe('account/unknown');
    records.close();
  });

  it('slow down failures by name and place, and forget them after a success', async () => {
    const { accounts, records } = await openAccounts(undefined);
    await accounts.add('omar', { roles: [], password: 'right' });
    for (let n = 0; n < 4; n += 1)
      expect(await codeOf(accounts.signIn('omar', 'wrong', 'a'))).toBe('session/wrong-credentials');
    expect(await codeOf(accounts.signIn('omar', 'right', 'a'))).toBe('none');
    for (let n = 0; n < 5; n += 1) await codeOf(accounts.signIn('omar', 'wrong', 'a'));
    expect(await codeOf(accounts.signIn('omar', 'right', 'a'))).toBe('rate/too-many');
    expect(await codeOf(accounts.signIn('omar', 'right', 'b'))).toBe('none');
    records.close();
  });
});

describe('accounts changed beside a running system', () => {
  it('hold there at once: added, disabled, and given a new password', async () => {
    const beside = mkdtempSync(join(tmpdir(), 'masar-beside-'));
    const { authenticator, accounts, records } = await openSessions(beside, 'old');
    const operator = await openAccounts(beside);
    const signIn = (user: string, password: string) => authenticator.signIn(user, password, 'here');
    const { token: begunBefore } = await signIn('admin', 'old');
    expect(accounts.actor('admin')?.onlyAccount).toBe(true);

    await operator.accounts.add('hoda', { roles: ['lead'], password: 'p' });
    const { token: ofHoda } = await signIn('hoda', 'p');
    expect(await authenticator.authenticate(ofHoda)).toMatchObject({ user: 'hoda' });
    expect(await authenticator.authenticate(begunBefore)).toEqual({ user: 'admin', roles: ['administrator'] });

    await operator.accounts.disable('hoda');
    expect(await authenticator.authenticate(ofHoda)).toBeUndefined();
    expect(await codeOf(signIn('hoda', 'p'))).toBe('session/wrong-credentials');
    await operator.accounts.reset('hoda', 'p');
    expect(await authenticator.authenticate(ofHoda)).toBeUndefined();

    await operator.accounts.reset('admin', 'new');
    expect(await authenticator.authenticate(begunBefore)).toBeUndefined();
    expect(await codeOf(signIn('admin', 'old'))).toBe('session/wrong-credentials');
    expect(await codeOf(signIn('admin', 'new'))).toBe('none');
    expect(await codeOf(operator.accounts.add('hoda', { roles: [] }))).toBe('account/exists');
    for (const { close } of [records, operator.records]) close();
    rmSync(beside, { recursive: true });
  });
});

describe('the sessions of a data folder', () => {
  let token: string;
  let signedOut: string;

  beforeAll(async () => {
    const { authenticator, records } = await openSessions(folder, 'pw');
    token = (await authenticator.signIn('admin', 'pw', 'here')).token;
    signedOut = (await authenticator.signIn('admin', 'pw', 'here')).token;
    await authenticator.signOut(signedOut);
    expect(await authenticator.authenticate(signedOut)).toBeUndefined();
    records.close();
  });

  it('last through a restart, ended ones stay ended, and the first password stays', async () => {
    const { authenticator, records, madePassword } = await openSessions(folder, 'another');
    expect(madePassword).toBeUndefined();
    expect(await authenticator.authenticate(token)).toMatchObject({ user: 'admin' });
    expect(await authenticator.authenticate(signedOut)).toBeUndefined();
    expect(await codeOf(authenticator.signIn('admin', 'another', 'here'))).toBe('session/wrong-credentials');
    records.close();
  });

  it('keep key and records to their owner', () => {
    for (const file of ['session.key', 'records.db']) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, 'records.db')).includes('pw')).toBe(false);
  });

  it('believe no other key', async () => {
    const elsewhere = await SessionTokens.withKey();
    const { token: forged } = await elsewhere.issue('admin', 'any');
    const { authenticator, records } = await openSessions(folder, 'pw');
    expect(await authenticator.authenticate(forged)).toBeUndefined();
    records.close();
  });
});
