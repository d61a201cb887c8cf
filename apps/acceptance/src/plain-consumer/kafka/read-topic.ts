import { randomUUID } from 'node:crypto';
import kafkajs, { type KafkaMessage } from 'kafkajs';

/** Where a stranger finds a topic: nothing of ours is used to read it. */
export interface TopicAddress {
  readonly brokers: string[];
  readonly topic: string;
}

/** The address of a context's topic from a cluster's own, `kafka://host:port?prefix=…`. */
export const topicOf = (kafka: string, context: string): TopicAddress => {
  const url = new URL(kafka.replace(/^kafka:/, 'http:'));
  return { brokers: [url.host], topic: `${url.searchParams.get('prefix') ?? 'masar'}.${context}` };
};

const patienceMs = 60_000;

/** Every record of a topic from its beginning to where it ended when this was asked, partition by partition. */
export const readTopic = async ({ brokers, topic }: TopicAddress): Promise<readonly KafkaMessage[]> => {
  const client = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
  const admin = client.admin();
  await admin.connect();
  const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, BigInt(high)]));
  const consumer = client.consumer({ groupId: `stranger-${randomUUID()}` });
  const read: KafkaMessage[] = [];
  const left = new Set([...ends].filter(([, end]) => end > 0n).map(([partition]) => partition));
  try {
    if (left.size === 0) return [];
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${topic} was not read to its end`)), patienceMs);
      void consumer.run({
        autoCommit: false,
        eachMessage: async ({ partition, message }) => {
          const end = ends.get(partition) ?? 0n;
          if (BigInt(message.offset) < end) read.push(message);
          if (BigInt(message.offset) + 1n >= end) left.delete(partition);
          if (left.size > 0) return;
          clearTimeout(timer);
          resolve();
        },
      });
    });
    return read;
  } finally {
    await consumer.disconnect();
    await admin.disconnect();
  }
};

/** The id of a record's event, by the binding's header. */
export const eventIdOf = ({ headers }: KafkaMessage): string => String(headers?.['ce_id']);
