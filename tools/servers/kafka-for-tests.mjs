import { sharedServer } from './shared-server.mjs';

/**
 * The Kafka of this run of tests: the one `KAFKA_URL` names, else one in a container, else a real one that needs java and
 * mvn, else none (`url` is absent). Says once, in one line, which it is.
 */
export const kafkaForTests = () => {
  const { KAFKA_URL: url } = process.env;
  return sharedServer('kafka', 'Kafka', url ? { url, variable: 'KAFKA_URL' } : undefined);
};
