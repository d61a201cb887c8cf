import { describe, expect, it } from '@jest/globals';
import { Refused, Unreachable } from '../../api/problem.js';
import type { Arrival, Intent } from './intent.js';
import { mostKept, Outbox, OutboxFull, type Keeper } from './outbox.js';

const memory = (kept = new Map<string, Intent>()): Keeper & { readonly kept: Map<string, Intent> } => ({
  kept,
  all: async (user) => [...kept.values()].filter((one) => one.user === user),
  keep: async (intent) => void kept.set(intent.key, intent),
  forget: async (key) => void kept.delete(key),
});
const arrived: Arrival = { version: 4, position: 'projects-P-1@4' };
const refused = (status: number) => new Refused({ status, code: 'some/code', title: 'no' });

const anOutbox = (deliver: (intent: Intent) => Promise<Arrival>, keeper = memory(), isStillUser = async () => true) => {
  let keys = keeper.kept.size;
  const newKey = () => `key-${++keys}`;
  const now = () => new Date('2026-11-22T09:58:00Z');
  return { keeper, outbox: new Outbox({ user: 'dina', keeper, deliver, isStillUser, now, newKey }) };
};
const states = (outbox: Outbox) => outbox.snapshot().map(({ intent, state }) => `${intent.path} ${state}`);
const settled = async () => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

describe('an outbox', () => {
  it('forgets what has arrived and says when', async () => {
    const { outbox, keeper } = anOutbox(async () => arrived);
    expect(await outbox.give('a', { path: '/one', body: {} })).toEqual(arrived);
    expect(outbox.snapshot()[0]).toMatchObject({ state: 'arrived', at: '2026-11-22T09:58:00.000Z' });
    expect(keeper.kept.size).toBe(0);
  });

  it('keeps what could not be sent, and sends it in order under the same key when the server is back', async () => {
    let isAway = true;
    const sent: string[] = [];
    const deliver = async ({ path, key }: Intent) => {
      if (isAway) throw new Unreachable('away');
      sent.push(`${path} ${key}`);
      return arrived;
    };
    const { outbox, keeper } = anOutbox(deliver);
    void outbox.give('a', { path: '/one', body: {} });
    await settled();
    void outbox.give('b', { path: '/two', body: {} });
    await settled();
    expect(states(outbox)).toEqual(['/one kept', '/two kept']);
    isAway = false;
    // The page was closed in between: another outbox reads what the first has kept.
    const later = anOutbox(deliver, keeper).outbox;
    expect(await later.flush()).toEqual(arrived);
    expect(sent).toEqual(['/one key-1', '/two key-2']);
    expect(keeper.kept.size).toBe(0);
  });

  it('says what arrived only where nobody waits for it, and once', async () => {
    let isAway = true;
    const { outbox } = anOutbox(async () => (isAway ? Promise.reject(new Unreachable('away')) : arrived));
    const given = outbox.give('a', { path: '/one', body: {} });
    await settled();
    isAway = false;
    expect(await outbox.flush()).toBeUndefined();
    expect(await given).toEqual(arrived);
    expect(await outbox.flush()).toBeUndefined();
  });

  it('keeps a refusal until it was read, and goes on with the next', async () => {
    const { outbox, keeper } = anOutbox(async ({ path }) => {
      if (path === '/one') throw refused(409);
      return arrived;
    });
    const first = outbox.give('a', { path: '/one', body: {} });
    const second = outbox.give('b', { path: '/two', body: {} });
    await expect(first).rejects.toThrow(Refused);
    await second;
    expect(states(outbox)).toEqual(['/one refused', '/two arrived']);
    expect([...keeper.kept.values()]).toMatchObject([{ refusal: { code: 'some/code' } }]);
    await outbox.dismiss(outbox.snapshot()[0]!.intent.key);
    expect(keeper.kept.size).toBe(0);
  });

  it.each([401, 429, 503])('takes %i for no answer', async (status) => {
    const { outbox } = anOutbox(async () => {
      throw refused(status);
    });
    void outbox.give('a', { path: '/one', body: {} });
    await settled();
    expect(states(outbox)).toEqual(['/one kept']);
  });

  it('takes back what was never sent, and nothing else', async () => {
    const { outbox } = anOutbox(async () => {
      throw new Unreachable('away');
    });
    void outbox.give('a', { path: '/one', body: {} });
    await settled();
    void outbox.give('b', { path: '/two', body: {} });
    const [one, two] = (await settled(), outbox.snapshot());
    // Sent once without an answer: it may have arrived.
    expect(await outbox.takeBack(one!.intent.key)).toBe(false);
    expect(await outbox.takeBack(two!.intent.key)).toBe(true);
    expect(states(outbox)).toEqual(['/one kept']);
  });

  it("sends nothing kept by one person in another's session", async () => {
    const keeper = memory();
    const away = anOutbox(async () => Promise.reject(new Unreachable('away')), keeper).outbox;
    void away.give('a', { path: '/one', body: {} });
    await settled();
    const { outbox } = anOutbox(
      async () => arrived,
      keeper,
      async () => false,
    );
    await outbox.flush();
    expect(states(outbox)).toEqual(['/one kept']);
  });

  it('takes no more than it can keep', async () => {
    const { outbox } = anOutbox(async () => Promise.reject(new Unreachable('away')));
    for (let one = 0; one < mostKept; one++) {
      void outbox.give(`a-${one}`, { path: '/one', body: {} });
      await settled();
    }
    await expect(outbox.give('more', { path: '/one', body: {} })).rejects.toThrow(OutboxFull);
  });
});
