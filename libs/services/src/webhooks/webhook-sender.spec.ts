import { beforeEach, describe, expect, it } from '@jest/globals';
import { Refusal, type Actor } from '@masar/contracts';
import { AddressRefused } from './public-address.js';
import type { Sending } from './post-events.js';
import { makeBoxKey, SecretBox } from '../sealing/secret-box.js';
import { openSqliteWebhookRecords } from './sqlite/sqlite-webhook-records.js';
import { madeFeed } from './testing/made-feed.js';
import { WebhookSender, type FeedAsked } from './webhook-sender.js';
import type { Webhook, WebhookRecords } from './webhook.js';

const box = new SecretBox(makeBoxKey());
const secrets = () => box;
const hour = 3_600_000;
const owner: Actor = { user: 'feeder', roles: ['integrator'] };

let records: WebhookRecords;
let now: number;
let sent: Sending[];
let answer: (sending: Sending) => number | Error;
let reader: Actor | undefined;
let readerAnew: Actor | undefined;
let faults: unknown[];
let asked: FeedAsked[];
let feed: (question: FeedAsked) => ReturnType<ReturnType<typeof madeFeed>>;
let sender: WebhookSender;

beforeEach(async () => {
  records = openSqliteWebhookRecords(':memory:');
  now = Date.parse('2026-03-01T08:00:00Z');
  [sent, asked, reader, readerAnew, faults] = [[], [], owner, undefined, []];
  answer = () => 204;
  feed = madeFeed(250);
  sender = new WebhookSender({
    records,
    secrets,
    ownerOf: async (_, anew) => (anew ? readerAnew : undefined) ?? reader,
    feed: (question) => {
      asked.push(question);
      return feed(question);
    },
    post: async (sending) => {
      sent.push(sending);
      const answered = answer(sending);
      if (answered instanceof Error) throw answered;
      return answered;
    },
    now: () => now,
    onFault: (...fault) => faults.push(fault),
  });
  await records.add({
    id: 'hook-1',
    user: 'feeder',
    url: 'https://example.org/',
    types: ['note.added.v1'],
    secret: box.seal('a secret of some length', 'hook-1'),
    createdAt: '2026-03-01T08:00:00Z',
  });
});
const hook = async (): Promise<Webhook> => (await records.one('hook-1'))!.webhook;

describe('a webhook', () => {
  it('is sent what its owner sees, in order, and remembers how far it came', async () => {
    await sender.turn();
    expect(sent.map(({ body }) => (JSON.parse(body) as unknown[]).length)).toEqual([100, 100, 50]);
    expect(sent[0]).toMatchObject({ secret: 'a secret of some length', attempt: 1, at: now / 1000 });
    expect(asked[0]).toEqual({ limit: 100, reader: owner, types: ['note.added.v1'] });
    expect(await hook()).toMatchObject({ after: '250', deliveredAt: new Date(now).toISOString() });
    await sender.turn();
    expect(sent).toHaveLength(3);
  });

  it('is tried again, each time later, the same sending each time', async () => {
    answer = () => 500;
    const waits: number[] = [];
    for (let tries = 1; tries <= 14; tries += 1) {
      await sender.turn();
      await sender.turn();
      const { failing } = await hook();
      expect(failing).toMatchObject({ since: '2026-03-01T08:00:00.000Z', attempts: tries, last: '500' });
      waits.push((Date.parse(failing!.nextAt) - now) / 1000);
      now = Date.parse(failing!.nextAt);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600]);
    expect(new Set(sent.map(({ delivery }) => delivery)).size).toBe(1);
    expect(sent.map(({ attempt }) => attempt)).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
    answer = () => 200;
    await sender.turn();
    expect(await hook()).not.toHaveProperty('failing');
    expect((await hook()).after).toBe('250');
  });

  it('is disabled when nothing got through for a day, says why, and goes on where it was when it is enabled', async () => {
    answer = () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const began = now;
    while (!(await hook()).disabled && sent.length < 100) {
      await sender.turn();
      now = Date.parse((await hook()).failing?.nextAt ?? new Date(now).toISOString());
    }
    expect(now - began).toBe(24 * hour);
    expect((await hook()).disabled).toEqual({
      at: '2026-03-02T08:00:00.000Z',
      reason: 'undelivered',
      last: 'ECONNREFUSED',
    });
    const tries = sent.length;
    now += 100 * hour;
    await sender.turn();
    expect(sent).toHaveLength(tries);
    const { disabled: _, ...enabled } = await hook();
    await records.replace(enabled, (await records.one('hook-1'))!.revision);
    answer = () => 200;
    await sender.turn();
    expect((await hook()).after).toBe('250');
  });

  it.each([
    ['gone', (): void => void (answer = () => 410)],
    ['address', (): void => void (answer = () => new AddressRefused('inside.example'))],
    ['owner', (): void => void (reader = undefined)],
    ['owner', (): void => void (reader = { user: 'feeder', roles: ['lead'], entity: 'education' })],
    ['owner', (): void => void (reader = { user: 'feeder', roles: ['partner'], partner: 'nile' })],
    ['restored', (): void => void (feed = () => Promise.reject(new Refusal('page/cursor-expired')))],
  ] as const)('is disabled at once: %s', async (reason, happens) => {
    happens();
    await sender.turn();
    expect((await hook()).disabled).toMatchObject({ reason });
  });

  it('that is changed or taken away while it is sent to is not written over', async () => {
    answer = () => {
      void records.one('hook-1').then((held) => records.replace({ ...held!.webhook, after: '7' }, held!.revision));
      return 200;
    };
    await sender.turn();
    expect(sent).toHaveLength(1);
    expect((await hook()).after).toBe('7');
  });

  it('does not hold up another one', async () => {
    await records.add({ ...(await hook()), id: 'hook-2', secret: box.seal('another secret entirely', 'hook-2') });
    answer = ({ webhook }) => (webhook === 'hook-1' ? 503 : 200);
    await sender.turn();
    expect((await records.one('hook-2'))?.webhook.after).toBe('250');
    expect((await hook()).failing).toMatchObject({ attempts: 1 });
  });

  it('whose secret was sealed with another key is disabled for that, and holds up no other', async () => {
    const lost = new SecretBox(makeBoxKey()).seal('a secret of some length', 'hook-1');
    await records.replace({ ...(await hook()), secret: lost }, 1);
    await records.add({ ...(await hook()), id: 'hook-2', secret: box.seal('another secret entirely', 'hook-2') });
    await sender.turn();
    expect((await hook()).disabled).toMatchObject({ reason: 'secret' });
    expect(sent.map(({ webhook }) => webhook)).toEqual(['hook-2', 'hook-2', 'hook-2']);
    expect((await records.one('hook-2'))?.webhook.after).toBe('250');
  });

  it('whose events cannot be read is left alone for a while, and holds up no other', async () => {
    await records.add({ ...(await hook()), id: 'hook-2', types: [], secret: box.seal('another secret', 'hook-2') });
    const refusal = new Refusal('service/not-ready');
    feed = (question) => (question.types!.length > 0 ? Promise.reject(refusal) : madeFeed(250)(question));
    await sender.turn();
    expect((await records.one('hook-2'))?.webhook.after).toBe('250');
    expect(faults).toEqual([['hook-1', refusal]]);
    expect(await hook()).not.toHaveProperty('disabled');
    await sender.turn();
    expect(faults).toHaveLength(1);
    now += 5_000;
    feed = madeFeed(250);
    await sender.turn();
    expect((await hook()).after).toBe('250');
  });

  it('of an account that was made or changed elsewhere a moment ago is sent to all the same', async () => {
    [reader, readerAnew] = [undefined, owner];
    await sender.turn();
    expect((await hook()).after).toBe('250');
    [reader, readerAnew] = [{ user: 'feeder', roles: ['lead'], entity: 'education' }, owner];
    feed = madeFeed(300);
    await sender.turn();
    expect((await hook()).after).toBe('300');
  });

  it('that takes long is sent no more than fits into its turn', async () => {
    feed = madeFeed(1_000);
    answer = () => {
      now += 3_000;
      return 200;
    };
    expect(await sender.turn()).toBe(true);
    expect(sent).toHaveLength(2);
    expect((await hook()).after).toBe('200');
  });

  it('is begun as soon as one of those before it is done, however long another one takes', async () => {
    for (let more = 2; more <= 12; more += 1)
      await records.add({ ...(await hook()), id: `hook-${more}`, secret: box.seal('a secret', `hook-${more}`) });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const all = new Set<string>();
    feed = madeFeed(1);
    const slow = new WebhookSender({
      records,
      secrets,
      ownerOf: async () => owner,
      feed: (question) => feed(question),
      post: async ({ webhook }) => {
        all.add(webhook);
        if (webhook === 'hook-1') await held;
        if (all.size === 12) release();
        return 200;
      },
      now: () => now,
    });
    await slow.turn();
    expect(all.size).toBe(12);
  });

  it('looks past what its owner may not see without a write each time', async () => {
    const { revision } = (await records.one('hook-1'))!;
    let place = 0;
    feed = async () => ({ items: [], next: String((place += 500)) });
    await sender.turn();
    await sender.turn();
    expect(asked.map(({ after }) => after)).toEqual([undefined, '500']);
    expect((await records.one('hook-1'))?.revision).toBe(revision);
  });
});
