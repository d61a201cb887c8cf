import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { postEvents, type Sending } from './post-events.js';
import { checkedLookup, networksOf } from './public-address.js';
import { startReceiver, type Receiver } from './testing/receiver.js';

let receiver: Receiver;
beforeAll(async () => void (receiver = await startReceiver()));
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = 200;
});
const here = networksOf('127.0.0.0/8');
const sending = (url = receiver.url): Sending => ({
  url,
  webhook: 'hook-1',
  delivery: 'd-1',
  attempt: 2,
  secret: 'a secret of some length',
  body: '[{"id":"projects/P-1@1"}]',
  at: 1_800_000_000,
});

describe('sending events', () => {
  it('is signed over time and body, so that the other side can tell', async () => {
    expect(await postEvents(sending(), { networks: here })).toBe(200);
    const [{ headers, body }] = receiver.received as [Receiver['received'][number]];
    const [, at, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['masar-signature']))!;
    expect(signature).toBe(createHmac('sha256', 'a secret of some length').update(`${at}.${body}`).digest('hex'));
    expect(headers).toMatchObject({
      'content-type': 'application/cloudevents-batch+json; charset=utf-8',
      'masar-webhook': 'hook-1',
      'masar-delivery': 'd-1',
      'masar-attempt': '2',
    });
  });

  it('follows nobody to another address', async () => {
    receiver.answer = 'redirect';
    expect(await postEvents(sending(), { networks: here })).toBe(307);
    expect(receiver.received.map(({ url }) => url)).toEqual(['/masar']);
  });

  it('waits so long and no longer', async () => {
    receiver.answer = 'nothing';
    const started = performance.now();
    await expect(postEvents(sending(), { networks: here, timeoutMs: 200 })).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('reaches nothing inside that was not named, by address or by name', async () => {
    const nothing = networksOf('');
    for (const url of [receiver.url, `https://127.0.0.1:${receiver.port}/`, `https://localhost:${receiver.port}/`])
      await expect(postEvents(sending(url), { networks: nothing })).rejects.toMatchObject({ code: 'webhook/address' });
    await expect(
      postEvents(sending(`http://localhost:${receiver.port}/`), { networks: networksOf('10.0.0.0/8') }),
    ).rejects.toMatchObject({ code: 'webhook/address' });
    expect(receiver.received).toEqual([]);
  });

  it('is not led inside by a name that leads outside first and inside when it is called', async () => {
    const answers = ['93.184.215.14', '127.0.0.1'];
    const asked: string[] = [];
    const turning = () =>
      checkedLookup(networksOf('10.0.0.0/8'), false, (host, _options, answer) => {
        asked.push(host);
        answer(null, [{ address: answers[Math.min(asked.length - 1, 1)]!, family: 4 }]);
      });
    // Whoever made the webhook had it checked when it led outside.
    turning()('rebound.example', {}, () => undefined);
    const called = postEvents(sending(`https://rebound.example:${receiver.port}/`), {
      networks: networksOf('10.0.0.0/8'),
      lookup: turning,
    });
    await expect(called).rejects.toMatchObject({ code: 'webhook/address' });
    expect([asked, receiver.received]).toEqual([['rebound.example', 'rebound.example'], []]);
  });
});
