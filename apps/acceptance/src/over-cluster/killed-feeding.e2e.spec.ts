import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cluster } from '../harness/cluster/cluster.js';
import { sharedAddresses } from '../harness/cluster/servers.js';
import { oneOf } from '../harness/shown.js';
import { noCluster } from '../harness/start-system.js';
import { registerEntities, timelineOf } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';

const whenThere = (await noCluster()) === undefined ? describe : describe.skip;

const title = { en: 'Sites' };
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/handover' }];

whenThere('a confirmation whose services are killed', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await Cluster.start((await sharedAddresses())!, {
      now: '2026-05-11T08:00:00.000Z',
      instances: { projects: 1, laws: 0, policies: 0, partners: 2, imports: 0, reporting: 1 },
    });
    await registerEntities(cluster.client, ['education']);
    await cluster.client.accept('/api/partners', { id: 'nile', name: { en: 'Nile' } });
    const project = { id: 'P-1', title, owner: 'education', startedOn: '2026-02-01' };
    await cluster.client.accept('/api/projects', project);
  }, 180_000);
  afterAll(() => cluster?.remove());

  /** A commitment that waits for its confirmation alone. */
  const reported = async (id: string) => {
    const { client } = cluster;
    await client.accept('/api/projects/P-1/milestones', { id, title, target: '2026-05-01' });
    const offer = { id, direction: 'partner-to-government', title, initiative: 'projects/P-1', milestone: id };
    await client.accept('/api/partners/nile/commitments', { ...offer, dueOn: '2026-04-01', on: '2026-03-01' });
    await client.accept(`/api/commitments/${id}/accept`, { on: '2026-03-04' });
    await client.accept(`/api/commitments/${id}/report`, { on: '2026-04-08', evidence });
  };
  const reachedOnce = async (id: string) => {
    const isTold = async () => {
      const { status, body } = await cluster.client.get(`/api/commitments/${id}`);
      return status === 200 && 'fed' in body;
    };
    await until('the initiative was told', isTold, 60_000);
    const events = await cluster.client.all('/api/projects/P-1/events');
    const reached = events.filter(
      ({ type, data }) => String(type) === 'milestone.reached.v1' && String(data?.['milestone']) === id,
    );
    expect(reached).toHaveLength(1);
    const timeline = await timelineOf(cluster.client, 'projects/P-1');
    expect(oneOf(timeline['milestones'], 'id', id)).toMatchObject({ actual: '2026-05-11' });
  };

  it('is seen to by the instance that lives, whichever of the two had answered', async () => {
    await reported('one-dies');
    const [first, second] = cluster.of('partners');
    // Each is asked itself and killed at once: the other has heard of it by the topics alone.
    await cluster.client.at(first!.url).accept('/api/commitments/one-dies/confirm');
    await first!.process.kill9();
    await reachedOnce('one-dies');
    await cluster.launch();
    await reported('other-dies');
    await cluster.client.at(second!.url).accept('/api/commitments/other-dies/confirm');
    await second!.process.kill9();
    await reachedOnce('other-dies');
    await cluster.launch();
  }, 180_000);

  it('is seen to by those that start next where all of them are gone', async () => {
    await reported('all-die');
    await cluster.client.accept('/api/commitments/all-die/confirm');
    await Promise.all(cluster.of('partners').map(({ process }) => process.kill9()));
    await cluster.launch();
    await reachedOnce('all-die');
  }, 180_000);
});
