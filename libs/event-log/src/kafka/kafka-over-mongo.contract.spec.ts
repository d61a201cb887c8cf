import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StreamName } from '@masar/contracts';
import { republish, type EventStore } from '@masar/event-store';
import { mongoSubject, sampleAppend } from '@masar/event-store/contract';
import { kafkaForTests, mongoForTests } from '@masar/testing';
import type { EventBroker } from '../broker-port.js';
import { openEventBroker } from '../open.js';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';

const [kafka, mongo] = [await kafkaForTests(), await mongoForTests()];
const whenThere = kafka.url === undefined || mongo.url === undefined ? describe.skip : describe;

const streams: readonly StreamName[] = ['projects/P-1', 'projects/P-2', 'projects/P-3', 'laws/L-1', 'laws/L-2'];
const commits = 12;

whenThere('from a store over MongoDB to a history, over a broker', () => {
  let subject: ReturnType<typeof mongoSubject>;
  let store: EventStore;
  let broker: EventBroker;
  let history: HistoryInMemory;

  beforeEach(async () => {
    subject = mongoSubject(mongo.url!);
    store = await subject.open({});
    history = new HistoryInMemory();
    broker = await openEventBroker(topicsOfItsOwn(kafka.url!));
    await broker.assertTopics(['projects', 'laws']);
  });
  afterEach(async () => {
    await broker.close();
    await store.close();
    await subject.remove();
  });

  /** Two facts a commit, every stream beside the others. */
  const write = (from: number) =>
    Promise.all(
      streams.map(async (stream) => {
        for (let n = from; n < from + commits; n += 1) {
          const { outcome } = await store.append(sampleAppend(stream, n * 2, `${stream}-${n}`, { facts: 2 }));
          expect(outcome).toBe('committed');
        }
      }),
    );

  it('what is committed while it is relayed, and while no relay runs, arrives once and in order, hash by hash', async () => {
    const pending = store.pending!;
    const first = broker.relay(pending, { leaseMs: 1_000 });
    first.start();
    await broker.consumer(history.consumer('reporting', { contexts: ['projects', 'laws'] })).start();
    await write(0);
    await until(() => history.size === streams.length * commits * 2, 'the first half');
    await first.stop();
    await write(commits);
    broker.relay(pending, { leaseMs: 1_000 }).start();
    await until(() => history.size === streams.length * commits * 4, 'the second half');
    for (const stream of streams) {
      const held = await store.read(stream, 0, 500);
      expect(history.streams.get(stream)).toEqual(held.map(({ hash }) => hash));
    }
    expect(history.forks).toEqual([]);
    for (let left = 1; left > 0; left = await pending.count(10)) await new Promise((done) => setTimeout(done, 20));
  }, 120_000);

  const reading = async (group: string, into: HistoryInMemory) => {
    const reader = broker.consumer(into.consumer(group, { contexts: ['projects', 'laws'] }));
    await reader.start();
    return reader;
  };

  it('a stream that is republished, and then everything, comes as duplicates and in order', async () => {
    const pending = store.pending!;
    const relay = broker.relay(pending, { leaseMs: 1_000 });
    relay.start();
    const reader = await reading('reporting', history);
    await write(0);
    const events = streams.length * commits * 2;
    await until(() => history.size === events, 'everything once');
    expect(await republish(pending, 'projects/P-2')).toBe(commits);
    await until(() => history.received >= events + commits * 2, 'one stream twice');
    await relay.stop();
    // With nobody relaying, a process that is stopped half way leaves marks and nothing else.
    await pending.markAgain('laws/L-1');
    const again = broker.relay(pending, { leaseMs: 1_000 });
    again.start();
    expect(await republish(pending)).toBe(streams.length * commits);
    await until(() => history.received >= 2 * events + commits * 2, 'everything again');
    for (let left = 1; left > 0; left = await pending.count(10)) await new Promise((done) => setTimeout(done, 20));
    expect(history.size).toBe(events);
    expect(history.forks).toEqual([]);
    const fresh = new HistoryInMemory();
    const other = await reading('a reader that begins anew', fresh);
    await until(() => fresh.size === events, 'everything for another reader');
    expect([...fresh.streams].sort()).toEqual([...history.streams].sort());
    await Promise.all([reader.stop(), other.stop()]);
  }, 120_000);
});
