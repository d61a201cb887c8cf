import { setTimeout as pause } from 'node:timers/promises';
import { Cluster, type Instance, type Service } from '../harness/cluster/cluster.js';
import { addressesOn, ownServers, type ClusterServers, type KillableServer } from '../harness/cluster/servers.js';
import { Random } from '../random-history/random.js';
import type { Check, CheckPlan, CheckResult } from './check.js';
import { missingInTopic, notLevel } from './level-cluster.js';
import { giveUntilAnswered, type WriterFigures } from './patient-writer.js';
import { batchesOf, entitiesOf, entityFaults } from './entities-given.js';
import { undisturbed } from './undisturbed-run.js';
import { faultsOf, registerInitiatives, streamOf, timelinesOf, waitsOf, type Given } from './waits-given.js';

const now = '2026-03-01T08:00:00.000Z';
/** The stand-in of MongoDB answers the slower the more it holds: after so many rounds everything begins anew. */
const roundsOfACluster = 15;
/** Each writes to an initiative of its own. */
const writers = 8;
const patienceMs = 120_000;
/** Reporting most often: most of what can go wrong is there. */
const victims: readonly (Service | 'kafka' | 'mongo')[] = [
  ...(['projects', 'projects', 'laws', 'policies', 'registry', 'imports'] as const),
  ...(['reporting', 'reporting', 'reporting', 'kafka', 'kafka', 'mongo', 'mongo'] as const),
];

/** One thing that is killed in the middle of writes, and how it comes back. */
interface Blow {
  readonly what: string;
  strike(): Promise<void>;
  heal(): Promise<void>;
}

const toServer = (what: string, server: KillableServer): Blow => ({
  what,
  strike: () => server.kill(),
  heal: () => server.start(),
});

const toInstance = (cluster: Cluster, instance: Instance): Blow => ({
  what: instance.name,
  strike: () => instance.process.kill9(),
  heal: () => cluster.launch([instance]),
});

const nextBlow = (random: Random, cluster: Cluster, servers: ClusterServers): Blow => {
  const victim = random.pick(victims);
  if (victim === 'kafka') return toServer('kafka', servers.kafka);
  if (victim === 'mongo') return toServer('mongo', servers.mongo);
  return toInstance(cluster, random.pick(cluster.of(victim)));
};

class Chaos {
  readonly given: Given[][] = Array.from({ length: writers }, () => []);
  /** What the registry and the process of batches decide. */
  private readonly entities: Given[] = [];
  private readonly batches: Given[] = [];
  readonly figures: WriterFigures = { acknowledged: 0, repeated: 0 };
  readonly blows = new Map<string, number>();

  constructor(
    private readonly cluster: Cluster,
    private readonly servers: ClusterServers,
    private readonly random: Random,
  ) {}

  get found() {
    return { ...this.figures, ...Object.fromEntries(this.blows) };
  }

  /** Writers write; something is killed at a moment of chance and comes back at another. */
  async round(): Promise<readonly string[]> {
    const blow = nextBlow(this.random, this.cluster, this.servers);
    const [strikeAfter, healAfter] = [this.random.between(20, 600), this.random.between(50, 1_500)];
    const fresh = this.given.map((commands, initiative) => {
      const some = waitsOf(initiative, commands.length, this.random.between(5, 25));
      commands.push(...some);
      return some;
    });
    const [some, more] = [this.random.between(5, 25), this.random.between(5, 25)];
    fresh.push(entitiesOf(this.entities.length, some), batchesOf(this.batches.length, more));
    this.entities.push(...fresh.at(-2)!);
    this.batches.push(...fresh.at(-1)!);
    const struck = async () => {
      await pause(strikeAfter);
      await blow.strike();
      await pause(healAfter);
      await blow.heal();
    };
    this.blows.set(blow.what, (this.blows.get(blow.what) ?? 0) + 1);
    const writing = fresh.map((some) => giveUntilAnswered(this.cluster.client, some, this.figures, patienceMs));
    // All of them to their end, so that nobody writes on while the cluster is asked, or taken away.
    const ended = await Promise.allSettled([struck(), ...writing]);
    const unanswered = ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    // What was struck may need a moment more; a read is a read whenever it is answered.
    const reader = this.cluster.client.patient(patienceMs);
    const faults = [
      ...unanswered,
      ...(await notLevel(reader, writers)),
      ...(await faultsOf(reader, this.given)),
      ...(await entityFaults(reader, [...this.entities, ...this.batches])),
    ];
    return faults.map((fault) => `${blow.what}, after ${strikeAfter} for ${healAfter} ms: ${fault}`);
  }
}

/** A fresh cluster on fresh servers for some rounds; at their end everything is compared with a quiet run. */
const chaosOf = async (servers: ClusterServers, rounds: number, random: Random): Promise<CheckResult> => {
  const addresses = addressesOn(servers);
  const cluster = await Cluster.start(addresses, { now });
  try {
    await registerInitiatives(cluster.client, writers);
    const chaos = new Chaos(cluster, servers, random);
    const failures: string[] = [];
    for (let round = 0; round < rounds && failures.length === 0; round += 1)
      failures.push(...(await chaos.round()).map((fault) => `round ${round}, ${fault}`));
    if (failures.length === 0) failures.push(...(await missingInTopic(cluster, addresses.kafka, writers)));
    if (failures.length === 0) failures.push(...(await differences(cluster, chaos)));
    return { figures: chaos.found, failures: failures.length > 0 ? [...failures, cluster.said()] : [] };
  } finally {
    await cluster.remove();
  }
};

const differences = async (cluster: Cluster, { given }: Chaos): Promise<readonly string[]> => {
  const [mine, theirs] = [await timelinesOf(cluster.client, writers), await undisturbed(given, now)];
  return mine.flatMap((text, n) =>
    text === theirs[n] ? [] : [`${streamOf(n)} differs from a quiet run:\n  ${text}\n  ${theirs[n]}`],
  );
};

const sum = (one: CheckResult['figures'], other: CheckResult['figures']): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      Number(one[name] ?? 0) + Number(other[name] ?? 0),
    ]),
  );

/** Kills services, the broker and the document server in the middle of writes, again and again. */
export const clusterChaos: Check = {
  name: 'cluster-chaos',
  what: 'kill -9 of any process of a cluster, Kafka and the document server included, loses and doubles nothing',
  usually: 5,
  run: async ({ rounds, seed }: CheckPlan): Promise<CheckResult> => {
    const random = new Random(seed);
    let figures: CheckResult['figures'] = {};
    for (let done = 0; done < rounds; done += roundsOfACluster) {
      const servers = await ownServers();
      if (!servers) return { figures: { skipped: 'java 17 and mvn are not there' }, failures: [], isSkipped: true };
      const some = Math.min(roundsOfACluster, rounds - done);
      const part = await chaosOf(servers, some, random).finally(() => servers.remove());
      figures = sum(figures, { ...part.figures, rounds: part.failures.length === 0 ? some : 0 });
      if (part.failures.length > 0) return { figures, failures: part.failures };
      process.stderr.write(`cluster-chaos: ${done + some} of ${rounds} rounds hold\n`);
    }
    return { figures, failures: [] };
  },
};
