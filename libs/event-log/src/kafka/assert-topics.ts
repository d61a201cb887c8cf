import kafkajs, { type Admin, type ITopicConfig } from 'kafkajs';
import { TopicFault } from '../broker-port.js';
import type { BrokerAddress } from './broker-url.js';
import { leastMessageBytes, requiredSettings, topicFaults, type FoundTopic } from './topic-settings.js';

const { ConfigResourceTypes } = kafkajs;
const copies = 3;

const toMake = async (
  admin: Admin,
  { partitions, replication }: BrokerAddress,
  missing: string[],
): Promise<ITopicConfig[]> => {
  const { brokers } = await admin.describeCluster();
  const replicationFactor = replication ?? Math.min(copies, brokers.length);
  const settings = {
    ...requiredSettings,
    'max.message.bytes': String(leastMessageBytes),
    // Of three copies two hold a record before it is acknowledged: one broker may be lost, or rest, at a time.
    'min.insync.replicas': String(Math.max(1, replicationFactor - 1)),
  };
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
  return missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor, configEntries }));
};

const find = async (admin: Admin, topics: string[]): Promise<FoundTopic[]> => {
  const { topics: metadata } = await admin.fetchTopicMetadata({ topics });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  return metadata.map(({ name, partitions }) => ({
    topic: name,
    partitions: partitions.length,
    settings: Object.fromEntries(
      resources
        .find(({ resourceName }) => resourceName === name)!
        .configEntries.map(({ configName, configValue }) => [configName, configValue]),
    ),
  }));
};

/** Makes what is missing, then looks at all, also at what another process made meanwhile. Rejects with `TopicFault`. */
export const assertTopics = async (admin: Admin, address: BrokerAddress, topics: string[]): Promise<void> => {
  const there = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !there.has(topic));
  if (missing.length > 0)
    // False when another process was faster: no fault, it is looked at below.
    await admin.createTopics({ topics: await toMake(admin, address, missing), waitForLeaders: true });
  const faults = (await find(admin, topics)).flatMap((topic) => topicFaults(topic, address.partitions));
  if (faults.length > 0) throw new TopicFault(faults);
};
