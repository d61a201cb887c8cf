import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Refusal } from '@masar/contracts';
import { databaseOfItsOwn, mongoForTests } from '@masar/testing';
import { openAccounts } from '../sessions/open-sessions.js';
import { actorOfKey, holderOf } from '../sessions/service-keys.js';
import { People } from './people.js';
import { ServiceAccounts } from './service-accounts.js';

const folder = mkdtempSync(join(tmpdir(), 'masar-people-'));
afterAll(() => rmSync(folder, { recursive: true }));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (fault: Refusal) => fault.code,
  );

const { url: server } = await mongoForTests();
let files = 0;
const adapters = [
  {
    name: 'SQLite',
    suite: describe,
    place: () => `sqlite:${join(folder, String((files += 1)), 'records.db')}`,
    remove: async () => undefined,
  },
  {
    name: 'MongoDB',
    suite: server === undefined ? describe.skip : describe,
    place: () => databaseOfItsOwn(server!),
    remove: async (url: string) => (await import('@masar/mongo')).dropDatabase(url),
  },
];

const admin: Actor = { user: 'admin', roles: ['administrator'] };
const good = 'seven quiet rivers bend';
const better = 'nine loud deserts bloom';
const mona = { user: 'mona', name: { ar: 'منى' }, roles: ['lead'], entity: 'works' } as const;

for (const { name, suite, place, remove } of adapters)
  suite(`people over ${name}`, () => {
    const opened: { readonly url: string; close(): Promise<void> }[] = [];
    afterAll(async () => {
      for (const { close } of opened) await close();
      for (const url of new Set(opened.map((one) => one.url))) await remove(url);
    });
    const open = async (url = place()) => {
      const { accounts, records } = await openAccounts(url);
      opened.push({ url, close: () => records.close() });
      if (accounts.isEmpty) await accounts.add('admin', { roles: ['administrator'], password: 'pw' });
      return { url, accounts, records, people: new People(records) };
    };

    it('are invited by a link that opens once, and sign in with the password they chose', async () => {
      const { people, accounts } = await open();
      const { invitation } = await people.invite(mona, admin, 'leads the works');
      expect(await codeOf(accounts.signIn('mona', '', 'here'))).toBe('session/wrong-credentials');
      expect(await codeOf(people.join('guessed', good))).toBe('invitation/unknown');
      expect((await people.join(invitation.token, good)).user).toBe('mona');
      expect(await codeOf(people.join(invitation.token, better))).toBe('invitation/unknown');
      expect(await accounts.signIn('mona', good, 'here')).toEqual({ user: 'mona', roles: ['lead'], entity: 'works' });
      expect(await codeOf(people.invite(mona, admin))).toBe('account/exists');
    });

    it('take one of two who use the same link at once', async () => {
      const { url, people } = await open();
      const other = await open(url);
      const { invitation } = await people.invite(mona, admin);
      const both = await Promise.all([
        codeOf(people.join(invitation.token, good)),
        codeOf(other.people.join(invitation.token, better)),
      ]);
      expect(both.sort()).toEqual(['invitation/unknown', 'none']);
    });

    it('keep what was done to them through a restart: who, when and why, and no secret', async () => {
      const { url, people } = await open();
      const { invitation } = await people.invite(mona, admin, 'leads the works');
      await people.join(invitation.token, good);
      await people.change('mona', { roles: ['member'], entity: 'works' }, 'a new lead came', admin);
      await people.disable('mona', 'left', admin);
      await people.enable('mona', 'came back', admin);
      const again = await open(url);
      const { history, ...account } = await again.people.one('mona');
      expect(history?.map(({ by, what, reason }) => [by, what, reason])).toEqual([
        ['admin', 'invited', 'leads the works'],
        ['mona', 'joined', undefined],
        ['admin', 'changed', 'a new lead came'],
        ['admin', 'disabled', 'left'],
        ['admin', 'enabled', 'came back'],
      ]);
      expect(account).toMatchObject({ roles: ['member'], entity: 'works', disabled: false });
      expect(account.link).toBeUndefined();
      expect(JSON.stringify(history)).not.toContain(invitation.token);
    });

    it('get another password by a link; the old one opens nothing from then on', async () => {
      const { people, accounts } = await open();
      await people.join((await people.invite(mona, admin)).invitation.token, good);
      const { invitation } = await people.reset('mona', 'lost the phone', admin);
      expect(await codeOf(accounts.signIn('mona', good, 'a'))).toBe('session/wrong-credentials');
      await people.join(invitation.token, better);
      expect(await codeOf(accounts.signIn('mona', better, 'a'))).toBe('none');
      expect(await codeOf(people.changePassword({ user: 'mona' }, 'short'))).toBe('password/length');
      await people.changePassword({ user: 'mona' }, good);
      expect(await codeOf(accounts.signIn('mona', good, 'a'))).toBe('none');
    });

    it('choose no password that is short, common, or made of their own name', async () => {
      const { people } = await open();
      const { invitation } = await people.invite({ ...mona, user: 'mona.elsayed' }, admin);
      for (const [password, code] of [
        ['short', 'password/length'],
        ['x'.repeat(300), 'password/length'],
        ['password1234', 'password/too-common'],
        ['Qwertyuiop12', 'password/too-common'],
        ['aaaaaaaaaaaaaaaa', 'password/too-common'],
        ['mona.elsayed1', 'password/too-common'],
        ['monaelsayed12', 'password/too-common'],
        [good, 'none'],
      ] as const)
        expect([password, await codeOf(people.join(invitation.token, password))]).toEqual([password, code]);
    });

    it('change nothing about themselves, and leave one administrator', async () => {
      const { people } = await open();
      const own = (change: Promise<unknown>) => codeOf(change);
      expect(await own(people.change('admin', { roles: ['administrator', 'lead'] }, 'x', admin))).toBe('account/own');
      expect(await own(people.disable('admin', 'x', admin))).toBe('account/own');
      const delegate: Actor = { user: 'rami', roles: ['administrator'], onBehalfOf: 'admin' };
      expect(await own(people.change('admin', { roles: ['lead'] }, 'x', delegate))).toBe('account/own');
      const other: Actor = { user: 'sami', roles: ['administrator'] };
      expect(await own(people.disable('admin', 'x', other))).toBe('account/last-administrator');
      expect(await own(people.change('admin', { roles: ['lead'] }, 'x', other))).toBe('account/last-administrator');
    });

    it('have programs beside them, whose keys open what they were made for until they end', async () => {
      const { url, records } = await open();
      const programs = new ServiceAccounts(records);
      await programs.make({ user: 'feed', name: { en: 'Feed' }, roles: ['integrator'] }, 'the portal', admin);
      const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      const wanted = { scopes: ['events.read'], expiresOn };
      const [first, second] = await Promise.all([
        programs.makeKey('feed', wanted, 'one', admin),
        new ServiceAccounts((await open(url)).records).makeKey('feed', wanted, 'two', admin),
      ]);
      await records.refresh();
      for (const { key } of [first, second]) expect(holderOf(key, records.current())?.account.user).toBe('feed');
      expect(actorOfKey(holderOf(first.key, records.current())!)).toEqual({
        user: 'feed',
        roles: ['integrator'],
        only: ['events.read'],
      });
      expect(JSON.stringify(await programs.one('feed'))).not.toContain(first.key.split('~')[2]);
      await programs.endKey('feed', first.id, 'not needed', admin);
      expect(holderOf(first.key, records.current())).toBeUndefined();
      expect(holderOf(second.key, records.current())).toBeDefined();
      for (const forged of [`${second.key.slice(0, -1)}_`, 'masarkey_feed~x~y', second.key.replace('feed', 'admin')])
        expect(holderOf(forged, records.current())).toBeUndefined();
      expect(await codeOf(programs.makeKey('feed', { ...wanted, scopes: ['import.run'] }, 'x', admin))).toBe('none');
      expect(await codeOf(programs.makeKey('feed', { ...wanted, scopes: ['pause.decide'] }, 'x', admin))).toBe(
        'key/scope-beyond',
      );
      for (const day of ['2020-01-01', '2999-01-01'])
        expect(await codeOf(programs.makeKey('feed', { ...wanted, expiresOn: day }, 'x', admin))).toBe('key/expiry');
      expect((await programs.one('feed')).history?.map(({ what }) => what)).toEqual([
        ...['added', 'key-made', 'key-made', 'key-ended', 'key-made'],
      ]);
    });

    it('hold no roles that are kept apart', async () => {
      const { people } = await open();
      const invite = (standing: object) => codeOf(people.invite({ ...mona, ...standing }, admin));
      expect(await invite({ roles: ['administrator', 'reviewer'] })).toBe('account/roles-apart');
      expect(await invite({ roles: ['partner', 'lead'], partner: 'p-1' })).toBe('account/place');
      expect(await invite({ roles: ['partner'] })).toBe('account/place');
      expect(await invite({ roles: ['lead'], partner: 'p-1' })).toBe('account/place');
      expect(await invite({ roles: ['focal-point'], entity: undefined })).toBe('account/place');
    });
  });
