import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundledApp } from '../harness/bundled-apps.js';
import { Cluster } from '../harness/cluster/cluster.js';
import { database, sharedAddresses } from '../harness/cluster/servers.js';
import { masar } from '../harness/command-line.js';
import { TruthOnServer } from '../harness/mongo/truth-on-server.js';
import { noCluster } from '../harness/start-system.js';
import { registerEntities, timelineOf } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';

const whenThere = (await noCluster()) === undefined ? describe : describe.skip;
const [kept, late] = ['projects/kept', 'projects/late'];
const wait = (since: string, note: string) => ({ party: 'entity:finance', reason: 'busy', since, note });

whenThere('the truth of a cluster that was changed as a whole', () => {
  let cluster: Cluster;
  const folder = mkdtempSync(join(tmpdir(), 'masar-backup-'));

  beforeAll(async () => {
    bundledApp('cli');
    cluster = await Cluster.start((await sharedAddresses())!, {
      now: '2026-03-01T08:00:00.000Z',
      instances: { projects: 1, laws: 0, policies: 0, partners: 0, imports: 0, reporting: 2 },
    });
    await registerEntities(cluster.client, ['education', 'finance']);
  }, 180_000);
  afterAll(async () => {
    await cluster?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const register = (stream: string) =>
    cluster.client.accept('/api/projects', {
      ...{ id: stream.split('/')[1], title: { en: stream }, owner: 'education', startedOn: '2026-02-01' },
    });
  const operate = async (words: readonly string[], truth = cluster.truth) => {
    const { code, stderr } = await masar(cluster.operator(truth), ...words);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  };
  const readiness = () =>
    Promise.all(cluster.of('reporting').map(async ({ url }) => (await fetch(`${url}/health/ready`)).status));
  const forks = async () => Number((await cluster.client.json('/api/reporting/status'))['forks']);

  it('restored from a backup is a new epoch: reporting begins empty and ends with what the store holds', async () => {
    await register(kept);
    await cluster.client.accept(`/api/${kept}/waits`, wait('2026-02-10', 'told'));
    const before = JSON.stringify(await timelineOf(cluster.client, kept));
    const file = join(folder, 'backup');
    await operate(['backup', file]);
    await cluster.client.accept(`/api/${kept}/waits`, wait('2026-02-11', 'lost'));
    await register(late);
    await timelineOf(cluster.client, late);
    await cluster.stop();
    const restored = database(cluster.truth, `masar-restored-${process.pid}`);
    await operate(['restore', file], restored);
    cluster.pointAt(restored);
    await cluster.restart();
    await until('what the backup held', async () => {
      const { status, body } = await cluster.client.get(`/api/timelines/${kept}`);
      return status === 200 && JSON.stringify(body) === before;
    });
    expect((await cluster.client.get(`/api/timelines/${late}`)).status).toBe(404);
    expect((await cluster.client.all('/api/portfolio')).map(({ id }) => String(id))).toEqual(['kept']);
    // The story goes on from here, other than it went on before: no fork.
    await cluster.client.accept(`/api/${kept}/waits`, wait('2026-02-12', 'instead'));
    expect(await timelineOf(cluster.client, kept)).toMatchObject({ positions: { [kept]: 3 } });
    expect([await forks(), await readiness()]).toEqual([0, [200, 200]]);
  }, 120_000);

  it('a version rewritten behind its back is a fork once it comes again: parked, and nobody is ready', async () => {
    const truth = new TruthOnServer(cluster.truth);
    await truth.rehash(kept, 'instead', 'rewritten');
    await truth.close();
    await cluster.client.accept('/api/reporting/republish', { stream: kept });
    await until('the fork is seen', async () => (await forks()) === 1);
    const { items } = await cluster.client.json('/api/reporting/parked');
    expect(items).toMatchObject([{ stream: kept, code: 'fork', version: 3 }]);
    await until('all of reporting says so', async () => (await readiness()).every((status) => status === 503));
    // Whoever has looked into it takes the stream from the truth again.
    await operate(['parked', 'replay', kept, '--url', cluster.url]);
    expect(await forks()).toBe(0);
    await until('all of reporting is ready', async () => (await readiness()).every((status) => status === 200));
  }, 60_000);
});
