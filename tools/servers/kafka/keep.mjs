import { hasJava } from '../java.mjs';
import { startBroker } from './broker.mjs';
import { startContainer } from './container.mjs';

/** A Kafka for a run of tests: in a container, else a real one of its own, else none. */
export const keep = async () => {
  const container = await startContainer();
  if (container !== undefined)
    return { url: container.url, how: `a real one in a container (${container.image})`, stop: container.stop };
  if (!hasJava())
    return { how: 'none: KAFKA_URL is not set, no Docker daemon answers, and java 17 with mvn is not there' };
  const { url, stop } = await startBroker();
  return { url, how: 'a real one of one node, Apache Kafka 4.3.1, without Docker', stop };
};
