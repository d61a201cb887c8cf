import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Refusal, refuse } from '@masar/contracts';
import { openCaller, serveCalls, tellNews } from './thread-calls.js';

describe('calls between two threads', () => {
  let close: () => void = () => undefined;
  afterEach(() => close());
  const channel = () => {
    const { port1, port2 } = new MessageChannel();
    close = () => (port1.close(), port2.close());
    return { here: port1, there: port2 };
  };

  it('carry an answer, bytes included', async () => {
    const { here, there } = channel();
    serveCalls(there, { read: (text: string) => new TextEncoder().encode(text) });
    const answer = await openCaller(here).call<Uint8Array>('read', 'مسار');
    expect(new TextDecoder().decode(answer)).toBe('مسار');
  });

  it('carry a refusal as a refusal', async () => {
    const { here, there } = channel();
    serveCalls(there, { read: () => refuse('read/not-found', { stream: 'laws/L-1' }, 'id') });
    await expect(openCaller(here).call('read')).rejects.toEqual(
      new Refusal('read/not-found', { stream: 'laws/L-1' }, 'id'),
    );
  });

  it('carry a fault with its words, and with the code it is told by', async () => {
    const { here, there } = channel();
    const fault = Object.assign(new Error('disk is away'), { code: 'storage/unavailable' });
    serveCalls(there, { read: () => Promise.reject(fault), ask: () => Promise.reject(new Error('no')) });
    const caller = openCaller(here);
    await expect(caller.call('read')).rejects.toMatchObject({
      message: expect.stringContaining('disk is away'),
      code: 'storage/unavailable',
    });
    await expect(caller.call('ask')).rejects.not.toHaveProperty('code');
  });

  it('fail together when the other thread is gone', async () => {
    const { here, there } = channel();
    serveCalls(there, { read: () => new Promise(() => undefined) });
    const caller = openCaller(here);
    const answer = caller.call('read');
    caller.fail(new Error('gone'));
    await expect(answer).rejects.toThrow('gone');
    await expect(caller.call('read')).rejects.toThrow('gone');
  });

  it('hear what is said unasked', async () => {
    const { here, there } = channel();
    const heard = new Promise((resolve) => openCaller(here, resolve));
    tellNews(there, { applied: 3 });
    expect(await heard).toEqual({ applied: 3 });
  });
});
