import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { kafkaForTests } from '@masar/testing';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';
import { openEventBroker } from '../open.js';
import { brokerAddress } from './broker-url.js';
import { driverFor } from './driver.js';

const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;
const contexts = ['projects'];
const longPauses = { shortestPauseMs: 10_000, longestPauseMs: 10_000 };

const opened = async () => {
  const url = topicsOfItsOwn(kafka.url!);
  const broker = await openEventBroker(url);
  await broker.assertTopics(contexts);
  const pending = new PendingInMemory();
  broker.relay(pending).start();
  return { url, broker, pending, resting: new Set<number>() };
};

whenThere('a partition that rests because of a fault while the group is shared out anew', () => {
  it('goes on where it comes back to a member that had lost it meanwhile', async () => {
    const { broker, pending, resting } = await opened();
    const history = new HistoryInMemory();
    let isAway = true;
    const options = history.consumer('reporting', {
      contexts,
      ...longPauses,
      deliver: async ({ events }) => {
        if (isAway) throw new Error('storage is away');
        history.insert(events);
      },
      onPause: ({ place }) => void (place && resting.add(place.partition)),
    });
    const [first, second] = [broker.consumer(options), broker.consumer(options)];
    await first.start();
    for (let index = 0; index < 40; index += 1) pending.commit(`projects/P-${index}`);
    await until(() => resting.size === 4, 'every partition rests');
    await second.start();
    await until(() => first.assignment().length === 2, 'two are of another member');
    await second.stop();
    await until(() => first.assignment().length === 4, "all four are the first one's again");
    isAway = false;
    await until(() => history.size === 40, 'every event', 40_000).finally(() => broker.close());
    expect(history.forks).toEqual([]);
  });

  it('goes on at once in a follower whose group was disturbed', async () => {
    const { url, broker, pending, resting } = await opened();
    const told = new Set<string>();
    let isAway = true;
    const name = `following-${randomUUID().slice(0, 8)}`;
    const follower = broker.follow({
      name,
      contexts,
      ...longPauses,
      deliver: async ({ events }) => {
        if (isAway) throw new Error('the store is away');
        for (const { stream } of events) told.add(stream);
      },
      onPause: ({ place }) => void (place && resting.add(place.partition)),
    });
    await follower.start();
    for (let index = 0; index < 40; index += 1) pending.commit(`projects/P-${index}`);
    await until(() => resting.size === 4, 'every partition rests');
    const driver = driverFor(brokerAddress(url));
    const admin = driver.admin();
    await admin.connect();
    const groups = (await admin.listGroups()).groups.map(({ groupId }) => groupId);
    await admin.disconnect();
    // Whatever makes the broker share out a group: here somebody who joins it for a moment.
    const stranger = driver.consumer({ groupId: groups.find((groupId) => groupId.startsWith(name))! });
    await stranger.connect();
    await stranger.subscribe({ topics: [`${brokerAddress(url).prefix}.projects`] });
    const joined = new Promise((resolve) => stranger.on('consumer.group_join', resolve));
    await stranger.run({ autoCommit: false, eachMessage: async () => undefined });
    await joined;
    await stranger.disconnect();
    isAway = false;
    await until(() => told.size === 40, 'every event', 40_000).finally(() => broker.close());
  });
});
