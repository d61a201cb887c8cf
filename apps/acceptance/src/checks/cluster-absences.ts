import { setTimeout as pause } from 'node:timers/promises';
import { Cluster } from '../harness/cluster/cluster.js';
import { addressesOn, ownServers, type KillableServer } from '../harness/cluster/servers.js';
import type { Check, CheckPlan, CheckResult } from './check.js';
import { missingInTopic, notLevel } from './level-cluster.js';
import { giveUntilAnswered, type WriterFigures } from './patient-writer.js';
import { undisturbed } from './undisturbed-run.js';
import { answered, faultsOf, registerInitiatives, streamOf, timelinesOf, waitsOf, type Given } from './waits-given.js';

const now = '2026-03-01T08:00:00.000Z';
const writers = 8;
const patienceMs = 120_000;
/** Each of the writers waits so long between two commands. */
const betweenMs = 250;

/** For how long each is away: short, unless `MASAR_ABSENCES=full` asks for a minute and for three. */
const secondsAway = (): { readonly kafka: number; readonly mongo: number } =>
  process.env['MASAR_ABSENCES'] === 'full' ? { kafka: 60, mongo: 180 } : { kafka: 5, mongo: 12 };

class Absences {
  readonly given: Given[][] = Array.from({ length: writers }, () => []);
  readonly figures: WriterFigures = { acknowledged: 0, repeated: 0 };
  readonly faults: string[] = [];
  /** Milliseconds. */
  slowestAccepted = 0;
  slowestRefused = 0;
  acceptedWithoutKafka = 0;
  refusedWithoutMongo = 0;

  constructor(private readonly cluster: Cluster) {}

  private next(initiative: number): Given {
    const [command] = waitsOf(initiative, this.given[initiative]!.length, 1) as [Given];
    this.given[initiative]!.push(command);
    return command;
  }

  private async timed(command: Given) {
    const started = performance.now();
    const answer = await this.cluster.client.post(command.path, command.body, { 'idempotency-key': command.key });
    return { answer, milliseconds: Math.round(performance.now() - started) };
  }

  /** Every command is answered at once, as on any other day. */
  private async writeOn(initiative: number, until: number): Promise<void> {
    while (Date.now() < until) {
      const command = this.next(initiative);
      const { answer, milliseconds } = await this.timed(command);
      if (answer.status >= 300) {
        this.faults.push(`kafka away: ${command.key} answered ${answer.status} ${JSON.stringify(answer.body)}`);
        return;
      }
      answered(command, JSON.stringify(answer.body));
      this.acceptedWithoutKafka += 1;
      this.slowestAccepted = Math.max(this.slowestAccepted, milliseconds);
      await pause(betweenMs);
    }
  }

  /** Every command is refused by name, in bounded time; the same is tried on, under its key. */
  private async tryOn(initiative: number, until: number): Promise<void> {
    const command = this.next(initiative);
    while (Date.now() < until) {
      const { answer, milliseconds } = await this.timed(command);
      const { status, body } = answer;
      if (status !== 503 || String(body['code']) !== 'service/not-ready')
        this.faults.push(`mongo away: ${command.key} answered ${status} ${JSON.stringify(body)}`);
      this.refusedWithoutMongo += 1;
      this.slowestRefused = Math.max(this.slowestRefused, milliseconds);
      await pause(betweenMs);
    }
  }

  async without(what: 'kafka' | 'mongo', server: KillableServer, seconds: number): Promise<void> {
    await server.kill();
    const until = Date.now() + seconds * 1_000;
    const write = (_: unknown, n: number) => (what === 'kafka' ? this.writeOn(n, until) : this.tryOn(n, until));
    await Promise.all(this.given.map(write));
    await server.start();
    const open = this.given.map((commands) => commands.filter(({ answer }) => answer === undefined));
    await Promise.all(open.map((some) => giveUntilAnswered(this.cluster.client, some, this.figures, patienceMs)));
    const reader = this.cluster.client.patient(patienceMs);
    const after = [...(await notLevel(reader, writers)), ...(await faultsOf(reader, this.given))];
    this.faults.push(...after.map((fault) => `after ${seconds} s without ${what}: ${fault}`));
  }
}

/** Kafka and the document server stay away for a while: what that hinders, what it does not, and that it passes by itself. */
export const clusterAbsences: Check = {
  name: 'cluster-absences',
  what: 'without Kafka commands go on, without the document server they are refused by name; all goes on by itself after',
  usually: 1,
  run: async ({ rounds }: CheckPlan): Promise<CheckResult> => {
    const servers = await ownServers();
    if (!servers) return { figures: { skipped: 'java 17 and mvn are not there' }, failures: [], isSkipped: true };
    const addresses = addressesOn(servers);
    const seconds = secondsAway();
    let cluster: Cluster | undefined;
    try {
      cluster = await Cluster.start(addresses, { now, instances: { laws: 1, imports: 0, reporting: 3 } });
      await registerInitiatives(cluster.client, writers);
      const absences = new Absences(cluster);
      const { faults } = absences;
      for (let round = 0; round < rounds && faults.length === 0; round += 1) {
        await absences.without('kafka', servers.kafka, seconds.kafka);
        await absences.without('mongo', servers.mongo, seconds.mongo);
      }
      faults.push(...(await missingInTopic(cluster, addresses.kafka, writers)));
      const [mine, theirs] = [await timelinesOf(cluster.client, writers), await undisturbed(absences.given, now)];
      mine.forEach(
        (text, n) =>
          text !== theirs[n] && faults.push(`${streamOf(n)} differs from a quiet run:\n  ${text}\n  ${theirs[n]}`),
      );
      const { acceptedWithoutKafka, slowestAccepted, refusedWithoutMongo, slowestRefused } = absences;
      const figures = { ...seconds, acceptedWithoutKafka, slowestAccepted, refusedWithoutMongo, slowestRefused };
      return { figures, failures: faults.length > 0 ? [...faults, cluster.said()] : [] };
    } finally {
      await cluster?.remove();
      await servers.remove();
    }
  },
};
