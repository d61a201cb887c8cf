import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '@masar/contracts';
import { databaseOfItsOwn, mongoForTests } from '@masar/testing';
import { openAccounts, openSessions, type Sessions } from './open-sessions.js';
import { writeSigningKey } from './session-key.js';
import { SessionTokens } from './tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'masar-sessions-'));
const sessionKey = join(folder, 'shared.key');
beforeAll(() => writeSigningKey(sessionKey));
afterAll(() => rmSync(folder, { recursive: true }));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (fault: Refusal) => fault.code,
  );

/** A change made beside a running system holds there within a second; a busy machine is given more. */
const becomes = async (look: () => unknown, expected: unknown): Promise<void> => {
  for (const end = performance.now() + 10_000; performance.now() < end; await pause(20))
    if (JSON.stringify(await look()) === JSON.stringify(expected)) return;
  expect(await look()).toEqual(expected);
};

const { url: server } = await mongoForTests();
let files = 0;
const adapters = [
  {
    name: 'SQLite',
    suite: describe,
    newAccounts: () => `sqlite:${join(folder, String((files += 1)), 'records.db')}`,
    remove: async () => undefined,
  },
  {
    name: 'MongoDB',
    suite: server === undefined ? describe.skip : describe,
    newAccounts: () => databaseOfItsOwn(server!),
    remove: async (url: string) => (await import('@masar/mongo')).dropDatabase(url),
  },
];

for (const { name, suite, newAccounts, remove } of adapters)
  suite(`accounts over ${name}`, () => {
    const open: { close(): Promise<void> }[] = [];
    const used = new Set<string>();
    afterAll(async () => {
      for (const records of open) await records.close();
      for (const url of used) await remove(url);
    });
    const place = (): string => {
      const url = newAccounts();
      used.add(url);
      return url;
    };
    const registry = async (accounts: string, adminPassword?: string): Promise<Sessions> => {
      const sessions = await openSessions({ accounts, sessionKey, ...(adminPassword ? { adminPassword } : {}) });
      open.push(sessions.records);
      return sessions;
    };
    const commandLine = async (url: string) => {
      const { accounts, records } = await openAccounts(url);
      open.push(records);
      return accounts;
    };
    const tokenOf = async ({ authenticator }: Sessions, user: string, password: string) =>
      (await authenticator.signIn(user, password, 'here')).token;

    it('begin with one administrator who holds every role until there is a second account', async () => {
      const { accounts, madePassword } = await registry(place());
      expect(accounts.actor('admin')).toEqual({ user: 'admin', roles: ['administrator'], onlyAccount: true });
      await expect(accounts.signIn('admin', madePassword!, 'here')).resolves.toMatchObject({ user: 'admin' });
      await accounts.add('hoda', { roles: ['lead'], entity: 'education', password: 'p' });
      expect(accounts.actor('admin')).toEqual({ user: 'admin', roles: ['administrator'] });
      expect(accounts.actor('hoda')).toEqual({ user: 'hoda', roles: ['lead'], entity: 'education' });
      await accounts.disable('hoda');
      expect([accounts.actor('hoda'), accounts.actor('admin')?.onlyAccount]).toEqual([undefined, undefined]);
    });

    it('have one administrator when two registries begin them at once', async () => {
      const url = place();
      const both = await Promise.all([registry(url), registry(url), registry(url)]);
      const made = both.map(({ madePassword }) => madePassword).filter((password) => password !== undefined);
      expect(made).toHaveLength(1);
      for (const sessions of both) {
        expect(sessions.accounts.list().map(({ user }) => user)).toEqual(['admin']);
        expect(await codeOf(tokenOf(sessions, 'admin', made[0]!))).toBe('none');
      }
    });

    it('are added once, disabled, and given a new password', async () => {
      const accounts = await commandLine(place());
      const { password } = await accounts.add('omar', { roles: ['reviewer'] });
      expect(await codeOf(accounts.add('omar', { roles: [] }))).toBe('account/exists');
      await accounts.disable('omar');
      expect(await codeOf(accounts.signIn('omar', password!, 'here'))).toBe('session/wrong-credentials');
      await accounts.reset('omar', 'another');
      expect(await codeOf(accounts.signIn('omar', 'another', 'here'))).toBe('none');
      expect(await codeOf(accounts.disable('nobody'))).toBe('account/unknown');
      expect(await codeOf(accounts.reset('nobody'))).toBe('account/unknown');
    });

    it('take one of those who add a name at once, and undo no change by another', async () => {
      const url = place();
      const [one, two] = [await commandLine(url), await commandLine(url)];
      const adding = [one, two].map((accounts) => codeOf(accounts.add('omar', { roles: ['lead'] })));
      expect((await Promise.all(adding)).sort()).toEqual(['account/exists', 'none']);
      await Promise.all([one.add('hoda', { roles: [], password: 'p' }), two.reset('omar', 'new')]);
      await Promise.all([one.disable('omar'), two.reset('hoda', 'q')]);
      const look = await commandLine(url);
      expect([look.actor('omar'), look.actor('hoda')]).toEqual([undefined, { user: 'hoda', roles: [] }]);
      expect(await codeOf(look.signIn('hoda', 'q', 'here'))).toBe('none');
    });

    it('slow down failures by name and place, and forget them after a success', async () => {
      const accounts = await commandLine(place());
      await accounts.add('omar', { roles: [], password: 'right' });
      for (let n = 0; n < 4; n += 1)
        expect(await codeOf(accounts.signIn('omar', 'wrong', 'a'))).toBe('session/wrong-credentials');
      expect(await codeOf(accounts.signIn('omar', 'right', 'a'))).toBe('none');
      for (let n = 0; n < 5; n += 1) await codeOf(accounts.signIn('omar', 'wrong', 'a'));
      expect(await codeOf(accounts.signIn('omar', 'right', 'a'))).toBe('rate/too-many');
      expect(await codeOf(accounts.signIn('omar', 'right', 'b'))).toBe('none');
    });

    it('slow down who tries one name from many places', async () => {
      const accounts = await commandLine(place());
      await accounts.add('omar', { roles: [], password: 'right' });
      for (let n = 0; n < 50; n += 1) await codeOf(accounts.signIn('omar', 'wrong', `place ${n}`));
      expect(await codeOf(accounts.signIn('omar', 'right', 'another place'))).toBe('rate/too-many');
    });

    it('slow down attempts of one moment as those of one after the other', async () => {
      const accounts = await commandLine(place());
      await accounts.add('omar', { roles: [], password: 'right' });
      const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(accounts.signIn('omar', 'wrong', 'a'))));
      expect(codes.filter((code) => code === 'session/wrong-credentials')).toHaveLength(5);
      expect(codes.filter((code) => code === 'rate/too-many')).toHaveLength(7);
    });

    it('made by whoever holds the machine have roles that go together', async () => {
      const accounts = await commandLine(place());
      expect(await codeOf(accounts.add('omar', { roles: ['administrator', 'reviewer'] }))).toBe('account/roles-apart');
      expect(await codeOf(accounts.add('omar', { roles: ['focal-point'] }))).toBe('account/place');
      expect(accounts.list()).toEqual([]);
    });

    it('of programs, and of whom another house vouches for, are opened by no password', async () => {
      const { accounts, records } = await registry(place(), 'pw');
      const standing = { roles: ['integrator'] as const, disabled: false };
      const { hash } = accounts.list().find(({ user }) => user === 'admin')!;
      await records.add({ user: 'feed', hash, keys: [], ...standing });
      await records.add({ user: 'mona', hash, provider: { issuer: 'https://id.example', subject: '1' }, ...standing });
      expect(await codeOf(accounts.reset('feed', 'p'))).toBe('account/unknown');
      expect(await codeOf(accounts.reset('mona', 'p'))).toBe('account/from-provider');
      for (const user of ['feed', 'mona'])
        expect(await codeOf(accounts.signIn(user, 'pw', 'here'))).toBe('session/wrong-credentials');
    });

    it('disabled from the command line have none of their sessions back when they are enabled', async () => {
      const url = place();
      const { authenticator, records } = await registry(url, 'pw');
      const operator = await commandLine(url);
      await operator.add('hoda', { roles: ['lead'], password: 'p' });
      const { token, renewal } = await authenticator.signIn('hoda', 'p', 'here');
      await operator.disable('hoda');
      await records.change('hoda', { set: { disabled: false } });
      expect(await authenticator.authenticate(token)).toBeUndefined();
      expect(await codeOf(authenticator.renew(renewal.secret))).toBe('session/required');
    });

    it('disabled while a sign-in is under way leave no session of it', async () => {
      const url = place();
      const { accounts, authenticator, records } = await registry(url, 'pw');
      const operator = await commandLine(url);
      await accounts.add('hoda', { roles: ['lead'], password: 'p' });
      const begin = records.begin.bind(records);
      jest.spyOn(records, 'begin').mockImplementationOnce(async (session) => {
        await operator.disable('hoda');
        return begin(session);
      });
      expect(await codeOf(authenticator.signIn('hoda', 'p', 'here'))).toBe('session/wrong-credentials');
      expect(await records.sessionsOf('hoda')).toEqual([]);
    });

    it('end no session by half: one whose tokens could not be revoked is still there to be ended', async () => {
      const { authenticator, records } = await registry(place(), 'pw');
      const { token, session } = await authenticator.signIn('admin', 'pw', 'here');
      jest.spyOn(records, 'revoke').mockRejectedValueOnce(new Error('away'));
      await expect(authenticator.renewals.endAll('admin')).rejects.toThrow('away');
      expect((await records.sessionsOf('admin')).map(({ id }) => id)).toEqual([session.id]);
      await authenticator.renewals.endAll('admin');
      expect(await authenticator.authenticate(token)).toBeUndefined();
      expect(await records.sessionsOf('admin')).toEqual([]);
    });

    it('changed beside a running system hold there: added, disabled, and given a new password', async () => {
      const url = place();
      const running = await registry(url, 'old');
      const { authenticator } = running;
      const operator = await commandLine(url);
      const begunBefore = await tokenOf(running, 'admin', 'old');
      expect(await authenticator.authenticate(begunBefore)).toMatchObject({ onlyAccount: true });

      await operator.add('hoda', { roles: ['lead'], password: 'p' });
      const ofHoda = await tokenOf(running, 'hoda', 'p');
      expect(await authenticator.authenticate(ofHoda)).toMatchObject({ user: 'hoda' });
      expect(await authenticator.authenticate(begunBefore)).toEqual({ user: 'admin', roles: ['administrator'] });

      await operator.disable('hoda');
      await becomes(() => authenticator.authenticate(ofHoda), undefined);
      expect(await codeOf(tokenOf(running, 'hoda', 'p'))).toBe('session/wrong-credentials');
      await operator.reset('hoda', 'p');
      expect(await authenticator.authenticate(ofHoda)).toBeUndefined();

      await operator.reset('admin', 'new');
      await becomes(() => authenticator.authenticate(begunBefore), undefined);
      expect(await codeOf(tokenOf(running, 'admin', 'old'))).toBe('session/wrong-credentials');
      expect(await codeOf(tokenOf(running, 'admin', 'new'))).toBe('none');
      expect(await codeOf(operator.add('hoda', { roles: [] }))).toBe('account/exists');
    });

    it('renew a session by the last secret alone; one that was used before ends it for both hands', async () => {
      const url = place();
      const [one, two] = [await registry(url, 'pw'), await registry(url, 'pw')];
      const first = await one.authenticator.signIn('admin', 'pw', 'here', 'a browser');
      const second = await two.authenticator.renew(first.renewal.secret);
      expect([second.session.id, second.renewal.secret === first.renewal.secret]).toEqual([first.session.id, false]);
      const third = await one.authenticator.renew(second.renewal.secret);
      for (const { token } of [first, second, third])
        expect(await one.authenticator.authenticate(token)).toMatchObject({ user: 'admin' });

      expect(await codeOf(two.authenticator.renew(first.renewal.secret))).toBe('session/reused');
      expect(await codeOf(one.authenticator.renew(third.renewal.secret))).toBe('session/required');
      for (const { token } of [first, second, third])
        expect(await two.authenticator.authenticate(token)).toBeUndefined();
      await becomes(() => one.authenticator.authenticate(third.token), undefined);
    });

    it('end a session that two renew at once with the same secret, and refuse what renews nothing', async () => {
      const { authenticator, accounts } = await registry(place(), 'pw');
      const { renewal } = await authenticator.signIn('admin', 'pw', 'here');
      const both = [codeOf(authenticator.renew(renewal.secret)), codeOf(authenticator.renew(renewal.secret))];
      expect((await Promise.all(both)).sort()).toEqual(['none', 'session/reused']);
      for (const secret of ['', '.', 'nothing', `${'0'.repeat(36)}.x`])
        expect(await codeOf(authenticator.renew(secret))).toBe('session/required');
      await accounts.add('hoda', { roles: ['lead'], password: 'p' });
      const ofHoda = await authenticator.signIn('hoda', 'p', 'here');
      await accounts.disable('hoda');
      expect(await codeOf(authenticator.renew(ofHoda.renewal.secret))).toBe('session/required');
    });

    it('list the own sessions, end one, and end all of them at every registry', async () => {
      const url = place();
      const [one, two] = [await registry(url, 'pw'), await registry(url, 'pw')];
      await one.accounts.add('hoda', { roles: ['lead'], password: 'p' });
      const here = await one.authenticator.signIn('admin', 'pw', '10.0.0.1', 'a browser');
      const there = await two.authenticator.signIn('admin', 'pw', '10.0.0.2');
      const hoda = await one.authenticator.signIn('hoda', 'p', 'here');
      const own = await two.authenticator.renewals.of('admin');
      expect(own.map(({ from, agent }) => [from, agent]).sort()).toEqual([
        ['10.0.0.1', 'a browser'],
        ['10.0.0.2', undefined],
      ]);
      expect(await one.authenticator.renewals.endOne('hoda', here.session.id)).toBe(false);
      expect(await one.authenticator.renewals.endOne('admin', there.session.id)).toBe(true);
      await becomes(() => two.authenticator.authenticate(there.token), undefined);
      await two.authenticator.renewals.endAll('admin');
      expect(await two.authenticator.authenticate(here.token)).toBeUndefined();
      expect(await codeOf(one.authenticator.renew(here.renewal.secret))).toBe('session/required');
      expect(await one.authenticator.authenticate(hoda.token)).toMatchObject({ user: 'hoda' });
      expect(await two.authenticator.renewals.of('admin')).toEqual([]);
    });

    it('let a session begun at one registry in at the other at once, and out again when it ends', async () => {
      const url = place();
      const [one, two] = [
        await registry(url, 'Correct-Horse-Battery-1'),
        await registry(url, 'Correct-Horse-Battery-1'),
      ];
      await one.accounts.add('hoda', { roles: ['lead'], password: 'p' });
      const token = await tokenOf(one, 'hoda', 'p');
      expect(await two.authenticator.authenticate(token)).toMatchObject({ user: 'hoda' });
      await two.accounts.reset('hoda', 'q');
      expect(await one.authenticator.authenticate(await tokenOf(two, 'hoda', 'q'))).toMatchObject({ user: 'hoda' });

      const ended = await tokenOf(one, 'hoda', 'q');
      expect(await two.authenticator.authenticate(ended)).toMatchObject({ user: 'hoda' });
      await one.authenticator.signOut(ended);
      expect(await one.authenticator.authenticate(ended)).toBeUndefined();
      await becomes(() => two.authenticator.authenticate(ended), undefined);
      expect(await (await registry(url)).authenticator.authenticate(ended)).toBeUndefined();
    });
  });

describe('the sessions of a data folder', () => {
  const wanted = (adminPassword: string) => ({
    accounts: `sqlite:${join(folder, 'house', 'records.db')}`,
    folder: join(folder, 'house'),
    adminPassword,
  });
  let token: string;
  let signedOut: string;

  beforeAll(async () => {
    const { authenticator, records } = await openSessions(wanted('Correct-Horse-Battery-1'));
    token = (await authenticator.signIn('admin', 'Correct-Horse-Battery-1', 'here')).token;
    signedOut = (await authenticator.signIn('admin', 'Correct-Horse-Battery-1', 'here')).token;
    await authenticator.signOut(signedOut);
    expect(await authenticator.authenticate(signedOut)).toBeUndefined();
    await records.close();
  });

  it('last through a restart, ended ones stay ended, and the first password stays', async () => {
    const { authenticator, records, madePassword } = await openSessions(wanted('another'));
    expect(madePassword).toBeUndefined();
    expect(await authenticator.authenticate(token)).toMatchObject({ user: 'admin' });
    expect(await authenticator.authenticate(signedOut)).toBeUndefined();
    expect(await codeOf(authenticator.signIn('admin', 'another', 'here'))).toBe('session/wrong-credentials');
    await records.close();
  });

  it('end at the next request after the command line says so', async () => {
    const { authenticator, records } = await openSessions(wanted('Correct-Horse-Battery-1'));
    const operator = await openAccounts(wanted('Correct-Horse-Battery-1').accounts);
    const { token: begun } = await authenticator.signIn('admin', 'Correct-Horse-Battery-1', 'here');
    await operator.accounts.reset('admin', 'Correct-Horse-Battery-1');
    expect(await authenticator.authenticate(begun)).toBeUndefined();
    for (const kept of [records, operator.records]) await kept.close();
  });

  it('keep key and records to their owner', () => {
    for (const file of ['session.key', 'records.db'])
      expect(statSync(join(folder, 'house', file)).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, 'house', 'records.db')).includes('Correct-Horse-Battery-1')).toBe(false);
  });

  it('believe no other key', async () => {
    const { token: forged } = await (await SessionTokens.with()).issue('admin', 'any');
    const { authenticator, records } = await openSessions(wanted('Correct-Horse-Battery-1'));
    expect(await authenticator.authenticate(forged)).toBeUndefined();
    await records.close();
  });
});
