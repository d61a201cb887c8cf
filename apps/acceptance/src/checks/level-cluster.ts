import type { ApiClient } from '../harness/api-client.js';
import type { Cluster } from '../harness/cluster/cluster.js';
import { eventIdOf, readTopic, topicOf } from '../plain-consumer/kafka/read-topic.js';
import { streamOf } from './waits-given.js';

const levelWithinMs = 60_000;

/** Every event of every stream lies in its topic at least once, read as a stranger reads it. */
export const missingInTopic = async (
  cluster: Cluster,
  kafka: string,
  initiatives: number,
): Promise<readonly string[]> => {
  const topics = ['projects', 'laws', 'policies'].map((context) => readTopic(topicOf(kafka, context)));
  const published = new Set((await Promise.all(topics)).flat().map(eventIdOf));
  const missing: string[] = [];
  for (let n = 0; n < initiatives; n += 1) {
    const stream = streamOf(n);
    const { version } = await cluster.client.json(`/api/${stream}`);
    for (let at = 1; at <= Number(version); at += 1)
      if (!published.has(`${stream}@${at}`)) missing.push(`${stream}@${at} is not in the topic`);
  }
  return missing;
};

/** Nothing stands still, and everything acknowledged shows in the timelines. */
export const notLevel = async (client: ApiClient, initiatives: number): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (let n = 0; n < initiatives; n += 1) {
    const stream = streamOf(n);
    const { version } = await client.json(`/api/${stream}`);
    const path = `/api/timelines/${stream}?atLeast=${stream}@${String(version)}&waitMs=${levelWithinMs}`;
    const { status, headers } = await client.get(path);
    if (status !== 200 || headers['x-behind'] !== undefined)
      faults.push(`${stream}@${String(version)}: ${status}, behind ${headers['x-behind'] ?? 'nothing'}`);
  }
  const parked = await client.json('/api/reporting/parked');
  if (Number(parked['total']) > 0) faults.push(`parked: ${JSON.stringify(parked['items'])}`);
  return faults;
};
