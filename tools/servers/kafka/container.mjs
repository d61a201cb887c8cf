import { hasDocker } from '../docker.mjs';

const image = 'confluentinc/cp-kafka:7.9.1';
const clientPort = 9093;

/** A Kafka of one node in a container; undefined where no Docker daemon answers. */
export const startContainer = async () => {
  if (!(await hasDocker())) return undefined;
  const { KafkaContainer } = await import('@testcontainers/kafka');
  const container = await new KafkaContainer(image).withKraft().start();
  return {
    url: `kafka://${container.getHost()}:${container.getMappedPort(clientPort)}`,
    image,
    stop: () => container.stop().then(() => undefined),
  };
};
