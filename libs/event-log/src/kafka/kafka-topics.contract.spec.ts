import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kafkaForTests } from '@masar/testing';
import kafkajs, { type Admin } from 'kafkajs';
import type { EventBroker } from '../broker-port.js';
import { topicsOfItsOwn } from '../testing/log-under-test.js';
import { openEventBroker } from '../open.js';
import { brokerAddress } from './broker-url.js';
import { driverFor } from './driver.js';

const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;

whenThere('topics of a broker', () => {
  const url = topicsOfItsOwn(kafka.url ?? '', 3);
  const { prefix } = brokerAddress(kafka.url === undefined ? 'kafka://a:1' : url);
  const opened: EventBroker[] = [];
  let admin: Admin;
  const open = async (at = url) => {
    opened.push(await openEventBroker(at));
    return opened.at(-1)!;
  };

  beforeAll(async () => {
    admin = driverFor(brokerAddress(kafka.url!)).admin();
    await admin.connect();
  });
  afterAll(async () => {
    for (const broker of opened) await broker.close();
    await admin.disconnect();
  });

  it('are made by whoever starts first, also when several start at once', async () => {
    const brokers = await Promise.all([open(), open(), open()]);
    await Promise.all(brokers.map((broker) => broker.assertTopics(['projects', 'laws'])));
    const { topics } = await admin.fetchTopicMetadata({ topics: [`${prefix}.projects`, `${prefix}.laws`] });
    expect(topics.map(({ partitions }) => partitions.length)).toEqual([3, 3]);
    await (await open()).assertTopics(['projects', 'laws']);
  });

  it('with another partition count are no longer ours: the process is not ready', async () => {
    const other = await open(url.replace('partitions=3', 'partitions=6'));
    await expect(other.assertTopics(['projects'])).rejects.toMatchObject({
      code: 'broker/topics',
      faults: [`${prefix}.projects has 3 partitions and was to have 6, for life`],
    });
  });

  it('that would forget are told, by name', async () => {
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: kafkajs.ConfigResourceTypes.TOPIC,
          name: `${prefix}.laws`,
          configEntries: [
            { name: 'retention.ms', value: '604800000' },
            { name: 'cleanup.policy', value: 'delete' },
          ],
        },
      ],
    });
    await expect((await open()).assertTopics(['laws', 'projects'])).rejects.toMatchObject({
      code: 'broker/topics',
      faults: expect.arrayContaining([`${prefix}.laws: retention.ms is 604800000 and must be -1`]),
    });
  });

  it('of a broker that is not there are no fault of theirs', async () => {
    const nobody = await open('kafka://127.0.0.1:9?prefix=nobody');
    await expect(nobody.assertTopics(['laws'])).rejects.toMatchObject({ code: 'broker/unavailable' });
  });
});
