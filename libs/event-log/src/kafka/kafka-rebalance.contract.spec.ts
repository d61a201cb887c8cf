import { describe, expect, it } from '@jest/globals';
import { kafkaForTests } from '@masar/testing';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';
import type { Delivery, EventConsumer } from '../broker-port.js';
import { openEventBroker } from '../open.js';

const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;
const contexts = ['projects', 'laws'];

whenThere('a group whose members come and go', () => {
  it('keeps every event, each stream in order, while it is shared out anew five times', async () => {
    const broker = await openEventBroker(topicsOfItsOwn(kafka.url!, 6));
    await broker.assertTopics(contexts);
    const pending = new PendingInMemory();
    broker.relay(pending, { pageCommits: 50 }).start();
    const history = new HistoryInMemory();
    const busy = new Set<string>();
    const doubled: string[] = [];
    const deliver = async ({ topic, partition, events }: Delivery) => {
      const place = `${topic}/${partition}`;
      if (busy.has(place)) doubled.push(place);
      busy.add(place);
      await new Promise((resolve) => setTimeout(resolve, 5));
      history.insert(events);
      busy.delete(place);
    };
    const member = async (): Promise<EventConsumer> => {
      const one = broker.consumer(history.consumer('reporting', { contexts, deliver, deliveryEvents: 20 }));
      await one.start();
      return one;
    };
    let commits = 0;
    const writing = setInterval(() => {
      for (let index = 0; index < 10; index += 1, commits += 1)
        pending.commit(`${index % 2 ? 'laws/L' : 'projects/P'}-${commits % 30}`);
    }, 5);

    const members = [await member()];
    await until(() => history.size > 50, 'one member reads');
    members.push(await member(), await member());
    await until(() => members.every((one) => one.assignment().length === 4), 'three share twelve partitions');
    await members.shift()!.stop();
    await until(() => members.every((one) => one.assignment().length === 6), 'two share them');
    members.push(await member());
    await until(() => members.every((one) => one.assignment().length === 4), 'three again');
    await members.shift()!.stop();
    await members.shift()!.stop();
    await until(() => members[0]!.assignment().length === 12, 'one has them all');
    clearInterval(writing);

    await until(() => history.size === commits, 'every event');
    await until(() => new Set(history.folded).size === commits, 'every fold');
    expect(history.forks).toEqual([]);
    expect(doubled).toEqual([]);
    await broker.close();
  });
});
