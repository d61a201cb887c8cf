import kafkajs, { type Kafka } from 'kafkajs';
import { BrokerUnavailable } from '../broker-port.js';
import type { RecordProducer } from './collector.js';

const { Partitioners } = kafkajs;
const everyCopy = -1;

/**
 * An idempotent producer: a request that the driver sends again lands once. One request is in flight, acknowledged by all
 * copies in step; the partition follows from the key as every other client reckons it.
 */
export const connectProducer = async (driver: Kafka): Promise<RecordProducer> => {
  const producer = driver.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  try {
    await producer.connect();
  } catch (fault) {
    await producer.disconnect().catch(() => undefined);
    throw new BrokerUnavailable('no connection to the broker', { cause: fault });
  }
  return {
    send: async (request) => {
      const topicMessages = request.map(({ topic, records }) => ({ topic, messages: [...records] }));
      try {
        await producer.sendBatch({ acks: everyCopy, topicMessages });
      } catch (fault) {
        throw new BrokerUnavailable('the broker did not acknowledge', { cause: fault });
      }
    },
    close: () => producer.disconnect(),
  };
};
