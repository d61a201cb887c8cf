import kafkajs, { type Kafka, type KafkaConfig, type LogEntry } from 'kafkajs';
import type { BrokerAddress } from './broker-url.js';

const { Kafka: Driver, logLevel } = kafkajs;

/** What the driver says of itself: `fault` is worth a look, the rest is its daily life. */
export type DriverLog = (level: 'fault' | 'note', message: string) => void;

/** Its errors are told here too, while it tries again by itself: whoever is affected hears by his own call. */
const logCreator = (log: DriverLog) => () => (entry: LogEntry) =>
  log(entry.level === logLevel.ERROR ? 'fault' : 'note', `${entry.namespace}: ${entry.log.message}`);

const secured = ({ tls, sasl }: BrokerAddress): Pick<KafkaConfig, 'ssl' | 'sasl'> => ({
  ...(tls && { ssl: Object.keys(tls).length > 0 ? { ...tls } : true }),
  ...(sasl && { sasl: sasl as KafkaConfig['sasl'] & object }),
});

/**
 * The driver for an address. Its own attempts are few and quick, so that who waits hears within seconds and pauses
 * himself. `retries` is left to it: an idempotent producer must not be told to give up early.
 */
export const driverFor = (address: BrokerAddress, log: DriverLog = () => undefined): Kafka =>
  new Driver({
    brokers: address.brokers,
    clientId: address.clientId,
    ...secured(address),
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000 },
    logLevel: logLevel.WARN,
    logCreator: logCreator(log),
  });
