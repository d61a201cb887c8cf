import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kafkaForTests } from '@masar/testing';
import type { EventBroker, Pause, UndecodableRecord } from '../broker-port.js';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';
import { openEventBroker } from '../open.js';
import { brokerAddress } from './broker-url.js';
import { driverFor } from './driver.js';

const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;

whenThere('from pending commits to a history, over a broker', () => {
  let url: string;
  let broker: EventBroker;
  let pending: PendingInMemory;
  let history: HistoryInMemory;

  beforeEach(async () => {
    url = topicsOfItsOwn(kafka.url!);
    broker = await openEventBroker(url);
    await broker.assertTopics(['projects', 'laws']);
    pending = new PendingInMemory();
    history = new HistoryInMemory();
  });
  afterEach(() => broker.close());

  const contexts = ['projects', 'laws'];
  const relay = (more = {}) => {
    const one = broker.relay(pending, { pageCommits: 20, ...more });
    one.start();
    return one;
  };
  const consume = async (more = {}) => {
    const one = broker.consumer(history.consumer('reporting', { contexts, ...more }));
    await one.start();
    return one;
  };
  /** A record that no relay of ours wrote, on the partition of a key. */
  const sendNoise = async (key: string) => {
    const address = brokerAddress(url);
    const producer = driverFor(address).producer({ allowAutoTopicCreation: false });
    await producer.connect();
    await producer.send({ topic: `${address.prefix}.projects`, messages: [{ key, value: 'noise' }] });
    await producer.disconnect();
  };

  it('every event arrives, each stream in order, and nothing stays pending', async () => {
    for (let round = 0; round < 20; round += 1)
      for (const stream of ['projects/P-1', 'projects/P-2', 'laws/L-1', 'looks/sara'] as const)
        pending.commit(stream, 1 + (round % 3));
    const measured: number[] = [];
    relay({ meters: { pending: (count: number) => measured.push(count) } });
    await consume();
    await until(() => history.size === 117, 'all events');
    for (const stream of ['projects/P-1', 'projects/P-2', 'laws/L-1'])
      expect(history.order.filter((place) => place.startsWith(`${stream}@`))).toEqual(
        Array.from({ length: 39 }, (_, index) => `${stream}@${index + 1}`),
      );
    await until(() => history.folded.length === 117, 'all folded');
    expect(await pending.count(100)).toBe(0);
    expect(measured[0]).toBe(80);
    expect([...history.streams.keys()].some((stream) => stream.startsWith('looks/'))).toBe(false);
  });

  it('a hint carries a commit at once, and the lag is what the group has not committed', async () => {
    relay({ pollMs: 60_000 });
    const consumer = await consume();
    pending.commit('projects/P-1', 2);
    await until(() => history.folded.length === 2, 'the hinted commit', 20_000);
    await consumer.stop();
    pending.commit('projects/P-1', 3);
    for (let count = 1; count > 0; count = await pending.count(10)) await new Promise((r) => setTimeout(r, 10));
    const lag = await broker.lag('reporting', contexts);
    expect(lag).toHaveLength(8);
    expect(lag.reduce((sum, one) => sum + one.lag, 0)).toBe(3);
    const strangers = await broker.lag('nobody', contexts);
    expect(strangers.reduce((sum, one) => sum + one.lag, 0)).toBe(5);
  });

  it('one of two relays works while its lease runs; when it ends the other takes over', async () => {
    const first = relay({ holder: 'first', leaseMs: 60_000, pollMs: 20 });
    pending.commit('projects/P-1');
    await consume();
    await until(() => history.size === 1, 'the first');
    relay({ holder: 'second', leaseMs: 60_000, pollMs: 20 });
    await first.stop();
    pending.commit('projects/P-1');
    await until(() => history.size === 2, 'the second');
  });

  it('a store that is away pauses the relay, and nothing is lost', async () => {
    const pauses: number[] = [];
    pending.fault = new Error('store away');
    relay({ shortestPauseMs: 5, longestPauseMs: 20, meters: { paused: (_: unknown, ms: number) => pauses.push(ms) } });
    pending.commit('projects/P-1', 2);
    await until(() => pauses.length > 4, 'pauses');
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 20]);
    pending.fault = undefined;
    await consume();
    await until(() => history.size === 2, 'all events');
  });

  it('a history that is away pauses the partition; the same events come again and none is skipped', async () => {
    let away = 3;
    const pauses: Pause[] = [];
    const resumed: unknown[] = [];
    for (let index = 0; index < 10; index += 1) pending.commit('projects/P-1', 2);
    relay();
    await consume({
      deliver: async ({ events }: { events: Parameters<HistoryInMemory['insert']>[0] }) => {
        if ((away -= 1) >= 0) throw new Error('history away');
        history.insert(events);
      },
      onPause: (pause: Pause) => pauses.push(pause),
      onResume: (place: unknown) => resumed.push(place),
    });
    await until(() => history.folded.length === 20, 'all events');
    expect(pauses.map(({ pauseMs }) => pauseMs)).toEqual([20, 40, 80]);
    expect(pauses[0]!.place).toMatchObject({ topic: expect.stringMatching(/\.projects$/) });
    expect(resumed).toHaveLength(1);
    expect(history.received).toBe(20);
  });

  it('a fold that fails after the offset is committed is done later, though nothing new comes', async () => {
    let away = 2;
    pending.commit('projects/P-1', 3);
    relay();
    await consume({
      fold: async ({ events }: { events: readonly { stream: string; version: number }[] }) => {
        if ((away -= 1) >= 0) throw new Error('documents away');
        history.folded.push(...events.map(({ stream, version }) => `${stream}@${version}`));
      },
    });
    await until(() => history.folded.length === 3, 'the fold');
    expect(history.received).toBe(3);
    pending.commit('projects/P-1', 1);
    await until(() => history.folded.length === 4, 'what came after it');
    expect(history.folded.map((place) => place.split('@')[1])).toEqual(['1', '2', '3', '4']);
  });

  it('a record that is no event is told with its place and blocks nothing', async () => {
    const told: UndecodableRecord[] = [];
    await sendNoise('projects/P-1');
    pending.commit('projects/P-1', 2);
    relay();
    await consume({ undecodable: (record: UndecodableRecord) => void told.push(record) });
    await until(() => history.folded.length === 2, 'the events behind it');
    expect(told).toMatchObject([{ topic: expect.stringMatching(/\.projects$/), offset: '0' }]);
  });

  it('partitions are told to their new owner before anything of them is delivered', async () => {
    const heard: string[] = [];
    let faults = 1;
    pending.commit('projects/P-1');
    relay();
    await consume({
      assigned: async (partitions: readonly unknown[]) => {
        if ((faults -= 1) >= 0) throw new Error('history away');
        heard.push(`${partitions.length} partitions`);
      },
      deliver: async () => void heard.push('delivered'),
    });
    await until(() => heard.length === 2, 'both');
    expect(heard).toEqual(['8 partitions', 'delivered']);
  });
});
