import { describe, expect, it } from '@jest/globals';
import { Collector, CollectorClosed, CollectorFull, type TopicRecords } from './collector.js';
import type { EventRecord } from './event-record.js';

const record = (key: string, bytes = 10): EventRecord => ({ key, value: Buffer.alloc(bytes), headers: {} });

/** A producer whose requests are answered by hand. */
const byHand = () => {
  const requests: { keys: string[]; topics: string[]; answer(fault?: Error): void }[] = [];
  let connections = 0;
  const connect = async () => {
    connections += 1;
    return {
      send: (request: readonly TopicRecords[]) =>
        new Promise<void>((resolve, reject) =>
          requests.push({
            topics: request.map(({ topic }) => topic),
            keys: request.flatMap(({ records }) => records.map(({ key }) => key)),
            answer: (fault) => (fault ? reject(fault) : resolve()),
          }),
        ),
      close: async () => undefined,
    };
  };
  const request = async (index: number) => {
    while (requests[index] === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
    return requests[index];
  };
  return { connect, request, requests, connections: () => connections };
};

describe('the collector', () => {
  it('sends what arrives while a request is under way in the next one', async () => {
    const { connect, request, requests } = byHand();
    const collector = new Collector(connect);
    const first = collector.publish('t', [record('a')]);
    await request(0);
    const others = ['b', 'c', 'd'].map((key) => collector.publish(key === 'd' ? 'u' : 't', [record(key)]));
    expect(requests).toHaveLength(1);
    requests[0]!.answer();
    await first;
    expect(await request(1)).toMatchObject({ keys: ['b', 'c', 'd'], topics: ['t', 'u'] });
    requests[1]!.answer();
    await Promise.all(others);
    await collector.close();
  });

  it('keeps requests within their bounds and never splits what was given at once', async () => {
    const { connect, request } = byHand();
    const collector = new Collector(connect, { requestRecords: 3, requestBytes: 100 });
    const done = [
      collector.publish('t', [record('a'), record('b')]),
      collector.publish('t', [record('c'), record('d')]),
      collector.publish('t', [record('e', 90)]),
      collector.publish(
        't',
        ['1', '2', '3', '4', '5'].map((key) => record(key, 50)),
      ),
    ];
    for (const [index, keys] of [['a', 'b'], ['c', 'd'], ['e'], ['1', '2', '3', '4', '5']].entries()) {
      expect((await request(index)).keys).toEqual(keys);
      (await request(index)).answer();
    }
    await Promise.all(done);
    await collector.close();
  });

  it('rejects the members of a failed request alone, rests, and tries the next on a new connection', async () => {
    const { connect, request, connections } = byHand();
    const pauses: number[] = [];
    const collector = new Collector(connect, {
      shortestPauseMs: 2,
      longestPauseMs: 5,
      onFault: (_, pauseMs) => pauses.push(pauseMs),
    });
    for (const index of [0, 1, 2, 3]) {
      const failed = collector.publish('t', [record('a')]);
      (await request(index)).answer(new Error('away'));
      await expect(failed).rejects.toThrow('away');
    }
    const next = collector.publish('t', [record('b')]);
    (await request(4)).answer();
    await next;
    expect(pauses).toEqual([2, 4, 5, 5]);
    expect(connections()).toBe(5);
    await collector.close();
  });

  it('takes no more than may wait', async () => {
    const { connect, request } = byHand();
    const collector = new Collector(connect, { waitingBytes: 100 });
    const first = collector.publish('t', [record('a', 60)]);
    await request(0);
    const second = collector.publish('t', [record('b', 60)]);
    await expect(collector.publish('t', [record('c', 60)])).rejects.toBeInstanceOf(CollectorFull);
    (await request(0)).answer();
    (await request(1)).answer();
    await Promise.all([first, second]);
    await collector.close();
  });

  it('once closed, waits for the request under way and rejects the rest', async () => {
    const { connect, request } = byHand();
    const collector = new Collector(connect);
    const first = collector.publish('t', [record('a')]);
    await request(0);
    const second = expect(collector.publish('t', [record('b')])).rejects.toBeInstanceOf(CollectorClosed);
    const closed = collector.close();
    (await request(0)).answer();
    await Promise.all([first, second, closed]);
    await expect(collector.publish('t', [record('c')])).rejects.toBeInstanceOf(CollectorClosed);
  });

  it('once closed, does not wait for ever for a broker that says nothing', async () => {
    const { connect, request } = byHand();
    const collector = new Collector(connect);
    const first = expect(collector.publish('t', [record('a')])).rejects.toBeInstanceOf(CollectorClosed);
    await request(0);
    await collector.close(5);
    await first;
  });
});
