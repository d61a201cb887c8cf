import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../server-tools.js';

/** A server that a chaos round may kill and start again with what it held. */
export interface KillableServer {
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterServers {
  readonly kafka: KillableServer;
  readonly mongo: KillableServer;
  remove(): Promise<void>;
}

interface Started {
  readonly url: string;
  readonly port?: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

class Server implements KillableServer {
  private running: Started | undefined;

  constructor(private readonly begin: (again: Started | undefined) => Promise<Started>) {}

  private last: Started | undefined;

  get url(): string {
    if (!this.last) throw new Error('the server was never started');
    return this.last.url;
  }

  async start(): Promise<void> {
    this.running = await this.begin(this.last);
    this.last = this.running;
  }

  async kill(): Promise<void> {
    await this.running?.stop('SIGKILL');
    this.running = undefined;
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }
}

const portOf = (url: string): number => Number(/:(\d+)/.exec(url.slice(url.indexOf('//') + 2))?.[1]);

/** A Kafka and a MongoDB stand-in of this cluster's own, over files; undefined where java 17 and mvn are not there. */
export const ownServers = async (): Promise<ClusterServers | undefined> => {
  const { hasJava } = await tool<{ hasJava(): boolean }>('java.mjs');
  if (!hasJava()) return undefined;
  const { startBroker } = await tool<{ startBroker(options: object): Promise<Started> }>('kafka/broker.mjs');
  const { startStandIn } = await tool<{ startStandIn(options: object): Promise<Started> }>('mongo/stand-in.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'masar-cluster-servers-'));
  const kafka = new Server((again) =>
    startBroker({ directory: join(folder, 'kafka'), ...(again ? { port: portOf(again.url) } : {}) }),
  );
  const mongo = new Server((again) =>
    startStandIn({ file: join(folder, 'mongo.db'), heap: '768m', ...(again ? { port: portOf(again.url) } : {}) }),
  );
  await Promise.all([kafka.start(), mongo.start()]);
  return {
    kafka,
    mongo,
    remove: async () => {
      await Promise.all([kafka.stop(), mongo.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Where a cluster finds its servers, under names of its own. */
export interface Addresses {
  readonly kafka: string;
  readonly truth: string;
  readonly views: string;
}

/** The same server and options, another database. */
export const database = (mongo: string, name: string): string =>
  mongo.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`);

const named = (kafka: string, mongo: string): Addresses => {
  const name = `masar-${randomUUID().slice(0, 8)}`;
  return {
    kafka: `${kafka}${kafka.includes('?') ? '&' : '?'}prefix=${name}&partitions=6`,
    truth: database(mongo, name),
    views: database(mongo, `${name}-views`),
  };
};

export const addressesOn = ({ kafka, mongo }: ClusterServers): Addresses => named(kafka.url, mongo.url);

/** The servers this run of tests shares (`KAFKA_URL`, `MONGO_URL`, containers, or real ones without Docker); undefined where there are none. */
export const sharedAddresses = async (): Promise<Addresses | undefined> => {
  const { kafkaForTests } = await tool<{ kafkaForTests(): Promise<{ url?: string }> }>('kafka-for-tests.mjs');
  const { mongoForTests } = await tool<{ mongoForTests(): Promise<{ url?: string }> }>('mongo-for-tests.mjs');
  const [kafka, mongo] = await Promise.all([kafkaForTests(), mongoForTests()]);
  return kafka.url === undefined || mongo.url === undefined ? undefined : named(kafka.url, mongo.url);
};

export interface Proxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** One address for the services; undefined where there is no nginx. */
export const startProxyOver = async (instances: Readonly<Record<string, readonly string[]>>): Promise<Proxy> => {
  const { startProxy } = await tool<{ startProxy(instances: object): Promise<Proxy> }>('proxy.mjs');
  return startProxy(instances);
};

export const hasProxy = async (): Promise<boolean> => (await tool<{ hasNginx: boolean }>('proxy.mjs')).hasNginx;
