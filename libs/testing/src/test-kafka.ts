/** A Kafka of a test's own, which it may stop, kill and start again. */
export interface OwnBroker {
  readonly url: string;
  readonly port: number;
  /** `host:port` of the listener with TLS and SASL. */
  readonly secureAddress?: string;
  readonly securePort?: number;
  readonly pid: number;
  readonly directory: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface OwnBrokerOptions {
  /** Of an earlier one: it starts again with what it held. */
  readonly directory?: string;
  readonly port?: number;
  readonly secure?: {
    /** PEM file with the key and the certificate. */
    readonly keyStore: string;
    /** Passwords by user. */
    readonly users: Readonly<Record<string, string>>;
    readonly port?: number;
  };
}

/** Servers are tools, not packages: they are loaded by where they lie, and only by who asks for one. */
const tool = (file: string): Promise<unknown> =>
  import(new URL(`../../../tools/servers/${file}`, import.meta.url).href);

/** The Kafka this run of tests shares (`KAFKA_URL`, a container, a real one without Docker), or without `url` why there is none. */
export const kafkaForTests = async (): Promise<{ readonly url?: string; readonly how: string }> => {
  const loaded = (await tool('kafka-for-tests.mjs')) as { kafkaForTests(): Promise<{ url?: string; how: string }> };
  return loaded.kafkaForTests();
};

/** Whether `ownBroker` can start one here; says so in one line when it cannot. */
export const canOwnBroker = async (): Promise<boolean> => {
  const { hasJava } = (await tool('java.mjs')) as { hasJava(): boolean };
  if (hasJava()) return true;
  process.stderr.write('\n>>> No java 17 with mvn: TESTS THAT STOP AND START A KAFKA OF THEIR OWN ARE SKIPPED\n');
  return false;
};

export const ownBroker = async (options: OwnBrokerOptions = {}): Promise<OwnBroker> => {
  const { startBroker } = (await tool('kafka/broker.mjs')) as {
    startBroker(options: OwnBrokerOptions): Promise<OwnBroker>;
  };
  return startBroker(options);
};
