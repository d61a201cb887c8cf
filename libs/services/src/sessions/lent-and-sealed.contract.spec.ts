import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { databaseOfItsOwn, mongoForTests, temporaryFolder } from '@masar/testing';
import { Secret, TOTP } from 'otpauth';
import type { Delegation } from './account.js';
import { Accounts } from './accounts.js';
import { openAccounts } from './open-sessions.js';
import { makeBoxKey, SecretBox } from '../sealing/secret-box.js';
import { SecondFactors } from './second-factors.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const { url: server } = await mongoForTests();
let files = 0;
const adapters = [
  {
    name: 'SQLite',
    suite: describe,
    place: () => `sqlite:${folder.file(`${(files += 1)}.db`)}`,
    remove: async () => undefined,
  },
  {
    name: 'MongoDB',
    suite: server === undefined ? describe.skip : describe,
    place: () => databaseOfItsOwn(server!),
    remove: async (url: string) => (await import('@masar/mongo')).dropDatabase(url),
  },
];
const delegation = (id: string, to: string): Delegation => ({
  ...{ id, to, what: ['*'], since: '2026-05-04', until: '2026-05-05', by: 'amal', at: '2026-05-03T00:00:00.000Z' },
});

for (const { name, suite, place, remove } of adapters)
  suite(`an account over ${name}`, () => {
    const closing: (() => Promise<void>)[] = [];
    afterAll(async () => {
      for (const close of closing) await close();
    });
    /** Two processes over one house. */
    const both = async () => {
      const url = place();
      const [one, two] = [await openAccounts(url), await openAccounts(url)];
      closing.push(async () => {
        for (const { records } of [one, two]) await records.close();
        await remove(url);
      });
      await one.accounts.add('amal', { roles: ['lead'], password: 'p' });
      await two.records.refresh();
      return [one.records, two.records] as const;
    };

    it('keeps every delegation of two that are made at once, and one that is ended', async () => {
      const [one, two] = await both();
      await Promise.all([
        one.change('amal', { set: {}, delegation: delegation('d-1', 'rami') }),
        two.change('amal', { set: {}, delegation: delegation('d-2', 'sami') }),
      ]);
      await one.change('amal', {
        set: {},
        delegation: { ...delegation('d-2', 'sami'), endedAt: '2026-05-04T09:00:00Z' },
      });
      await two.refresh();
      const { delegations } = two.current().accounts.get('amal')!;
      expect(Object.keys(delegations!).sort()).toEqual(['d-1', 'd-2']);
      expect([delegations!['d-1']!.endedAt, delegations!['d-2']!.endedAt]).toEqual([undefined, '2026-05-04T09:00:00Z']);
    });

    it('is put whole in its place only while no more was noted of it', async () => {
      const [one, two] = await both();
      const was = one.current().accounts.get('amal')!;
      const line = { at: '2026-05-04T09:00:00.000Z', by: 'admin', what: 'changed' } as const;
      const brought = { ...was, hash: 'other', mail: 'a@example.gov', keys: [], history: [line] };
      expect(await one.replace(brought, 0)).toBe(true);
      await two.refresh();
      expect(two.current().accounts.get('amal')).toEqual(brought);
      expect(await two.replace({ ...was, history: [] }, 0)).toBe(false);
      expect(await two.replace({ ...brought, user: 'nobody' }, 1)).toBe(false);
      expect(await two.replace(was, 1)).toBe(true);
      expect(two.current().accounts.get('amal')).toEqual(was);
    });

    it('takes a code once, of two registries it is shown to at once, and every recovery code once', async () => {
      const records = await both();
      const key = makeBoxKey();
      const [one, two] = records.map((own) => new SecondFactors(own, () => new SecretBox(key)));
      const { secret } = await one!.begin('amal');
      const code = (steps: number) =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
      const [recovery] = (await one!.confirm('amal', code(0)))!;
      const next = code(1);
      const taken = await Promise.all([one!.take('amal', next), two!.take('amal', next)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      const recovered = await Promise.all([one!.take('amal', recovery!), two!.take('amal', recovery!)]);
      expect(recovered.filter(Boolean)).toHaveLength(1);
      await records[0].refresh();
      expect(JSON.stringify([...records[0].current().accounts.values()])).not.toContain(secret);
      const elsewhere = new SecondFactors(records[0], () => new SecretBox(makeBoxKey()));
      await expect(elsewhere.take('amal', code(1))).rejects.toThrow('a key that is not here');
      await expect(new SecondFactors(records[0], undefined).take('amal', code(1))).rejects.toThrow('read/not-offered');
    });

    const code = (secret: string, steps = 0) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
    const factorsOf = (records: Awaited<ReturnType<typeof both>>) => {
      const key = makeBoxKey();
      return records.map((own) => new SecondFactors(own, () => new SecretBox(key))) as [SecondFactors, SecondFactors];
    };

    it('is changed only while it has no second factor, where that was asked for', async () => {
      const [one, two] = await both();
      const secondFactor = { stamp: 's-1', secret: 'sealed', isOn: true, step: 0, recovery: [] };
      expect(await one.change('amal', { set: { secondFactor }, factor: null })).toBe(true);
      expect(await two.change('amal', { set: { secondFactor }, factor: null })).toBe(false);
      expect(await two.change('amal', { set: { secondFactor: null }, factor: 's-1' })).toBe(true);
      expect(await one.change('amal', { set: { secondFactor }, factor: null })).toBe(true);
    });

    it('keeps a factor that is on from who began another at the same time', async () => {
      const records = await both();
      const [one, two] = factorsOf(records);
      const change = records[0].change.bind(records[0]);
      jest.spyOn(records[0], 'change').mockImplementationOnce(async (...asked) => {
        await two.confirm('amal', code((await two.begin('amal')).secret));
        return change(...asked);
      });
      await expect(one.begin('amal')).rejects.toMatchObject({ code: 'second-factor/on' });
      expect(await one.state('amal')).toMatchObject({ state: 'on' });
    });

    it('has a factor ended by whoever showed that one, and no other', async () => {
      const records = await both();
      const [one, two] = factorsOf(records);
      const admin = { user: 'admin', roles: ['administrator'] as const };
      const [recovery] = (await one.confirm('amal', code((await one.begin('amal')).secret)))!;
      const shown = await one.take('amal', recovery!);
      await two.reset('amal', 'lost', admin);
      const [another] = (await two.confirm('amal', code((await two.begin('amal')).secret)))!;
      await expect(one.end('amal', shown!.factor)).rejects.toMatchObject({ code: 'session/code-required' });
      expect(await one.state('amal')).toMatchObject({ state: 'on' });
      await one.end('amal', (await one.take('amal', another!))!.factor);
      expect(await two.state('amal')).toMatchObject({ state: 'off' });
    });

    it('counts wrong codes whatever right passwords are shown between', async () => {
      const records = await both();
      const [factors] = factorsOf(records);
      const accounts = new Accounts(records[0], factors);
      const { secret } = await factors.begin('amal');
      await factors.confirm('amal', code(secret));
      for (let n = 0; n < 5; n += 1) {
        await expect(accounts.signIn('amal', 'p', 'a', 'AAAA')).rejects.toMatchObject({ code: 'session/wrong-code' });
        await accounts.confirmPassword('amal', 'p', 'a');
      }
      const right = () => accounts.signIn('amal', 'p', 'a', code(secret, 1));
      await expect(right()).rejects.toMatchObject({ code: 'rate/too-many' });
    });
  });
