import kafkajs, { type Admin, type ITopicConfig } from 'kafkajs';
import { TopicFault } from '../broker-port.js';
import type { BrokerAddress } from './broker-url.js';
import {
  leastInStep,
  leastMessageBytes,
  requiredSettings,
  topicFaults,
  type FoundTopic,
  type WantedTopic,
} from './topic-settings.js';

const { ConfigResourceTypes } = kafkajs;
const usualCopies = 3;

const wantedOf = async (admin: Admin, { partitions, replication }: BrokerAddress): Promise<WantedTopic> => {
  const { brokers } = await admin.describeCluster();
  return { partitions, copies: replication ?? Math.min(usualCopies, brokers.length) };
};

const toMake = ({ partitions, copies }: WantedTopic, missing: string[]): ITopicConfig[] => {
  const settings = {
    ...requiredSettings,
    'max.message.bytes': String(leastMessageBytes),
    'min.insync.replicas': String(leastInStep(copies)),
  };
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
  return missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: copies, configEntries }));
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
    copies: Math.min(...partitions.map(({ replicas }) => replicas.length)),
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
  const wanted = await wantedOf(admin, address);
  if (missing.length > 0)
    // False when another process was faster: no fault, it is looked at below.
    await admin.createTopics({ topics: toMake(wanted, missing), waitForLeaders: true });
  const faults = (await find(admin, topics)).flatMap((topic) => topicFaults(topic, wanted));
  if (faults.length > 0) throw new TopicFault(faults);
};
