import type { Admin } from 'kafkajs';
import type { PartitionLag } from '../broker-port.js';

/** End offset less committed offset; a group that has committed nothing is behind by everything there is. */
export const lagOf = async (admin: Admin, groupId: string, topics: string[]): Promise<PartitionLag[]> => {
  const held = await admin.fetchOffsets({ groupId, topics });
  const ends = await Promise.all(topics.map(async (topic) => [topic, await admin.fetchTopicOffsets(topic)] as const));
  return ends.flatMap(([topic, partitions]) => {
    const committedOf = new Map(
      held.find((one) => one.topic === topic)?.partitions.map(({ partition, offset }) => [partition, offset]),
    );
    return partitions.map(({ partition, low, high }) => {
      const committed = Number(committedOf.get(partition) ?? -1) < 0 ? low : committedOf.get(partition)!;
      return { topic, partition, committed, end: high, lag: Number(BigInt(high) - BigInt(committed)) };
    });
  });
};
