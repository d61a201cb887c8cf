import { afterAll, describe, expect, it } from '@jest/globals';
import { databaseOfItsOwn, mongoForTests, temporaryFolder } from '@masar/testing';
import { Secret, TOTP } from 'otpauth';
import type { Delegation } from './account.js';
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
  });
