import type { Admin } from 'kafkajs';
import type { PartitionLag } from '../broker-port.js';

/** Where the partitions of topics begin and end. */
export const endsOf = async (admin: Admin, topics: readonly string[]) =>
  new Map(await Promise.all(topics.map(async (topic) => [topic, await admin.fetchTopicOffsets(topic)] as const)));

/** End offset less committed offset; a group that has committed nothing is behind by everything there is. */
export const lagOf = async (admin: Admin, groupId: string, topics: string[]): Promise<PartitionLag[]> => {
  const held = await admin.fetchOffsets({ groupId, topics });
  return [...(await endsOf(admin, topics))].flatMap(([topic, partitions]) => {
    const committedOf = new Map(
      held.find((one) => one.topic === topic)?.partitions.map(({ partition, offset }) => [partition, offset]),
    );
    return partitions.map(({ partition, low, high }) => {
      const committed = Number(committedOf.get(partition) ?? -1) < 0 ? low : committedOf.get(partition)!;
      return { topic, partition, committed, end: high, lag: Number(BigInt(high) - BigInt(committed)) };
    });
  });
};
