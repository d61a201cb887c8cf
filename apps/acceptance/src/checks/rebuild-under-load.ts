import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '../harness/api-client.js';
import { Cluster, type Instance } from '../harness/cluster/cluster.js';
import { addressesOn, ownServers } from '../harness/cluster/servers.js';
import { listOf } from '../harness/shown.js';
import type { Check, CheckPlan, CheckResult } from './check.js';
import { notLevel } from './level-cluster.js';
import { LiveLine } from './live-line.js';
import { giveUntilAnswered, type WriterFigures } from './patient-writer.js';
import { registerInitiatives, streamOf } from './waits-given.js';

const initiatives = 20;
/** A tenth more than is said: the wait for the last answers counts as well. */
const updatesAMinute = 1_100;
const before = 1_000;
const patienceMs = 60_000;
/** Each of those who read waits so long between two questions. */
const betweenMs = 50;
/** Milliseconds; before the first rebuild, and after each. */
const calmMs = 2_000;

/** One who reads again and again at one address: every answer whole, nothing that was there gone. */
class Watcher {
  answers = 0;
  readonly faults: string[] = [];
  private readonly most = new Map<string, number>();

  constructor(
    private readonly name: string,
    private readonly client: ApiClient,
  ) {}

  async watch(isOver: () => boolean): Promise<void> {
    for (let n = 0; !isOver() && this.faults.length < 3; n = (n + 1) % initiatives) {
      await this.grows('/api/portfolio?limit=500', initiatives);
      await this.grows(`/api/timelines/${streamOf(n)}`);
      await this.grows('/api/milestones?limit=500');
    }
  }

  /** Answers 200; what it counts is never less than it was, nor than `least`. */
  private async grows(path: string, least = 0): Promise<void> {
    // A connection kept alive may be closed the moment it is used again: asked once more, as browsers do.
    const { status, body } = await this.client.get(path).catch(() => this.client.get(path));
    const milestones: unknown = body['milestones'];
    const count = milestones === undefined ? Number(body['total']) : listOf(milestones).length;
    const known = Math.max(least, this.most.get(path) ?? 0);
    if (status !== 200 || count < known)
      this.faults.push(
        `${this.name} ${path}: ${status}, ${count} after ${known}: ${JSON.stringify(body).slice(0, 200)}`,
      );
    this.most.set(path, Math.max(known, count));
    this.answers += 1;
    await pause(betweenMs);
  }
}

/** Plans milestones, one after the other over all initiatives, at a steady pace. */
class Load {
  given = 0;
  slowest = 0;
  readonly figures: WriterFigures = { acknowledged: 0, repeated: 0 };

  constructor(private readonly client: ApiClient) {}

  async one(): Promise<void> {
    const n = this.given;
    this.given += 1;
    const body = { id: `m-${n}`, title: { en: `m-${n}` }, target: '2027-03-01' };
    const started = performance.now();
    const path = `/api/${streamOf(n % initiatives)}/milestones`;
    await giveUntilAnswered(this.client, [{ key: `m-${n}`, path, body }], this.figures, patienceMs);
    this.slowest = Math.max(this.slowest, Math.round(performance.now() - started));
  }

  /** Does not wait for an answer before the next is due. */
  async run(isOver: () => boolean): Promise<void> {
    const under: Promise<void>[] = [];
    const started = Date.now();
    for (let n = 0; !isOver(); n += 1) {
      under.push(this.one());
      await pause(Math.max(0, started + (n + 1) * (60_000 / updatesAMinute) - Date.now()));
    }
    await Promise.all(under);
  }
}

/** Every answer that a rebuild must leave as it is, as text. */
const answersOf = async ({ client }: Cluster): Promise<ReadonlyMap<string, string>> => {
  const paths = Array.from({ length: initiatives }, (_, n) => `/api/timelines/${streamOf(n)}`);
  paths.push('/api/portfolio?limit=500', '/api/portfolio/delays');
  const answers = new Map<string, string>();
  for (const path of paths) answers.set(path, await client.text(path));
  // Over all pages: where the next one begins is said in words of the documents themselves, which a rebuild makes anew.
  answers.set('milestones', JSON.stringify(await client.all('/api/milestones')));
  answers.set('changes', JSON.stringify(await changesOf(client)));
  return answers;
};

const changesOf = async (client: ApiClient): Promise<readonly string[]> =>
  (await client.all('/api/portfolio/changes?since=2000-01-01T00:00:00.000Z')).map(({ id }) => String(id));

/** The one that folds has spent time on it. */
const writerAmong = async (instances: readonly Instance[]): Promise<Instance> => {
  for (const instance of instances) {
    const text = await (await fetch(`${instance.url}/metrics`)).text();
    if (Number(/^masar_reporting_fold_milliseconds (\S+)$/m.exec(text)?.[1]) > 0) return instance;
  }
  throw new Error('no instance says that it folds');
};

const underLoad = async (cluster: Cluster, failures: string[], rounds: number) => {
  const reporting = cluster.of('reporting');
  await registerInitiatives(cluster.client, initiatives);
  const load = new Load(cluster.client);
  while (load.given < before) await Promise.all(Array.from({ length: 8 }, () => load.one()));
  failures.push(...(await notLevel(cluster.client, initiatives)));
  const known = new Set(await changesOf(cluster.client));
  const lines = await Promise.all(reporting.map(({ name, url }) => LiveLine.open(name, cluster.client.at(url))));
  const at = [{ name: 'proxy', url: cluster.url }, ...reporting];
  const watchers = at.map(({ name, url }) => new Watcher(name, cluster.client.at(url)));
  let isOver = false;
  const [started, givenBefore] = [performance.now(), load.given];
  const busy = Promise.all([load.run(() => isOver), ...watchers.map((one) => one.watch(() => isOver))]);
  const rebuilds: number[] = [];
  const writer = await writerAmong(reporting);
  const other = reporting.find((one) => one !== writer)!;
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const { url } of [writer, other]) {
        await pause(calmMs);
        rebuilds.push(Number((await cluster.client.at(url).accept('/api/reporting/rebuild'))['milliseconds']));
      }
    await pause(calmMs);
  } finally {
    // Whatever went wrong, nobody reads or writes on while the cluster is taken away.
    isOver = true;
    await busy.catch((fault: unknown) => failures.push(`who wrote or read: ${String(fault)}`));
  }
  const minutes = (performance.now() - started) / 60_000;
  failures.push(...(await notLevel(cluster.client, initiatives)));
  const live = await answersOf(cluster);
  await pause(1_000);
  const expected = (await changesOf(cluster.client)).filter((id) => !known.has(id));
  for (const line of lines) {
    failures.push(...line.faults(expected));
    await line.close();
  }
  for (const { faults } of watchers) failures.push(...faults);
  await cluster.rebuild();
  for (const [path, text] of await answersOf(cluster))
    if (live.get(path) !== text) failures.push(`${path} differs after a rebuild\n  ${live.get(path)}\n  ${text}`);
  return {
    updates: load.given - givenBefore,
    'a minute': Math.round((load.given - givenBefore) / minutes),
    'slowest ms': load.slowest,
    repeated: load.figures.repeated,
    answers: watchers.reduce((sum, { answers }) => sum + answers, 0),
    changes: expected.length,
    'rebuilds ms': rebuilds.join(' '),
  };
};

/** Reporting is built anew while people work and read. */
export const rebuildUnderLoad: Check = {
  name: 'rebuild-under-load',
  what: 'rebuilt while 1,000 updates a minute arrive: readers get whole answers, live lines repeat and miss nothing',
  usually: 1,
  run: async ({ rounds }: CheckPlan): Promise<CheckResult> => {
    const servers = await ownServers();
    if (!servers) return { figures: { skipped: 'java 17 and mvn are not there' }, failures: [], isSkipped: true };
    let cluster: Cluster | undefined;
    try {
      cluster = await Cluster.start(addressesOn(servers), {
        instances: { laws: 1, imports: 0, reporting: 3 },
      });
      const failures: string[] = [];
      const figures = await underLoad(cluster, failures, rounds);
      if (failures.length > 0) failures.push(cluster.said());
      return { figures, failures };
    } finally {
      await cluster?.remove();
      await servers.remove();
    }
  },
};
