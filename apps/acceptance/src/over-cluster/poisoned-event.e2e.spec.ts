import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundledApp } from '../harness/bundled-apps.js';
import { Cluster } from '../harness/cluster/cluster.js';
import { sharedAddresses } from '../harness/cluster/servers.js';
import { masar } from '../harness/command-line.js';
import { TruthOnServer } from '../harness/mongo/truth-on-server.js';
import { noCluster } from '../harness/start-system.js';
import { registerEntities, timelineOf } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';

const whenThere = (await noCluster()) === undefined ? describe : describe.skip;
const sick = 'projects/sick';
/** A reason that no schema knows. */
const poison = 'poisoned';
const wait = (since: string, reason = 'busy') => ({ party: 'entity:finance', reason, since });
/** Others go on within a second: of five commands, the one in the middle; the machine may be busy with other things. */
const soonMs = 1_000;

whenThere('one invalid event in the truth of a cluster', () => {
  let cluster: Cluster;
  let truth: TruthOnServer;

  beforeAll(async () => {
    bundledApp('cli');
    cluster = await Cluster.start((await sharedAddresses())!, {
      now: '2026-03-01T08:00:00.000Z',
      instances: { projects: 1, laws: 0, policies: 0, partners: 0, imports: 0, reporting: 3 },
    });
    truth = new TruthOnServer(cluster.truth);
    await registerEntities(cluster.client, ['education', 'finance']);
    for (const id of ['sick', 'sound', 'twin']) {
      await cluster.client.accept('/api/projects', {
        id,
        title: { en: 'x' },
        owner: 'education',
        startedOn: '2026-02-01',
      });
      await cluster.client.accept(`/api/projects/${id}/waits`, wait('2026-02-10'));
    }
    await timelineOf(cluster.client, 'projects/twin');
  }, 180_000);
  afterAll(async () => {
    await truth?.close();
    await cluster?.remove();
  });

  const parkedSaid = async () => {
    const { code, stdout, stderr } = await masar(cluster.operator(), 'parked', 'list', '--url', cluster.url);
    return { code, stdout, stderr };
  };
  const metric = async (name: string) => {
    const said = await Promise.all(
      cluster.of('reporting').map(async ({ url }) => (await fetch(`${url}/metrics`)).text()),
    );
    return said.map((text) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]));
  };
  const incomplete = async () =>
    (await cluster.client.all('/api/portfolio'))
      .filter((row) => 'incompleteSince' in row)
      .map((row) => String(row['id']));

  const behindTheBack = (on: string, id: string, reason?: string) => {
    const { since, ...rest } = wait(on, reason);
    return truth.append(sick, 'wait.began.v1', { happenedOn: since, wait: id, ...rest });
  };
  const ledgerOf = async (stream: string) => {
    const { ledger } = await timelineOf(cluster.client, stream);
    const { elapsed, active, waiting, paused } = ledger!;
    return { elapsed, active, waiting, paused };
  };

  it('parks its stream alone; the others go on within a second', async () => {
    await behindTheBack('2026-02-12', 'w-8', poison);
    await behindTheBack('2026-02-13', 'w-9');
    await until('the stream is parked', async () => (await incomplete()).length > 0);
    const took: number[] = [];
    for (let day = 1; day <= 5; day += 1) {
      const started = performance.now();
      await cluster.client.accept('/api/projects/sound/waits', wait(`2026-02-0${day}`));
      const positions = { 'projects/sound': 2 + day };
      expect(await timelineOf(cluster.client, 'projects/sound')).toMatchObject({ positions });
      took.push(performance.now() - started);
    }
    expect(took.sort((a, b) => a - b)[2]).toBeLessThan(soonMs);
    expect(await incomplete()).toEqual(['sick']);
  }, 30_000);

  it('is seen in metrics of every instance, in the timeline and by the command line; nobody is less ready', async () => {
    await until('the metrics say it', async () =>
      (await metric('masar_reporting_parked')).every((streams) => streams === 1),
    );
    expect(await cluster.client.json(`/api/timelines/${sick}`)).toMatchObject({ positions: { [sick]: 2 } });
    const { code, stdout, stderr } = await parkedSaid();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/projects\/sick.*event\/invalid/);
    for (const { url } of cluster.of('reporting')) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  }, 30_000);

  it('mended in the store and replayed is folded in order, and equals a stream that was never ill', async () => {
    await truth.rehash(sick, poison, 'busy');
    const replayed = await masar(cluster.operator(), 'parked', 'replay', sick, '--url', cluster.url);
    expect([replayed.code, replayed.stderr]).toEqual([0, '']);
    expect(await incomplete()).toEqual([]);
    for (const since of ['2026-02-12', '2026-02-13'])
      await cluster.client.accept('/api/projects/twin/waits', wait(since));
    expect(await ledgerOf(sick)).toEqual(await ledgerOf('projects/twin'));
    const healed = await cluster.client.text(`/api/timelines/${sick}`);
    await cluster.rebuild();
    expect(await cluster.client.text(`/api/timelines/${sick}`)).toBe(healed);
  }, 60_000);
});
