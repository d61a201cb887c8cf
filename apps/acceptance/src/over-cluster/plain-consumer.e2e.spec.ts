import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloudEvent, Kafka as Binding } from 'cloudevents';
import type { KafkaMessage } from 'kafkajs';
import { Cluster } from '../harness/cluster/cluster.js';
import { sharedAddresses } from '../harness/cluster/servers.js';
import { noCluster } from '../harness/start-system.js';
import { registerEntities } from '../harness/system-for-specs.js';
import { readTopic, topicOf } from '../plain-consumer/kafka/read-topic.js';
import { schemaFaults } from '../plain-consumer/published-schemas.js';

const because = await noCluster();
const whenThere = because === undefined ? describe : describe.skip;

/** All a stranger does with a record: bytes to text, and the library's own reading of the binding. */
const read = ({ key, value, headers }: KafkaMessage): CloudEvent<object> => {
  const text = Object.fromEntries(Object.entries(headers ?? {}).map(([name, bytes]) => [name, String(bytes)]));
  const message = { key: String(key), value: String(value), headers: text, body: String(value) };
  expect(Binding.isEvent(message)).toBe(true);
  return Binding.toEvent(message as unknown as Parameters<typeof Binding.toEvent>[0]) as CloudEvent<object>;
};

whenThere('a consumer written with a plain Kafka client and the CloudEvents library', () => {
  let cluster: Cluster;
  let events: readonly CloudEvent<object>[] = [];

  beforeAll(async () => {
    const addresses = (await sharedAddresses())!;
    cluster = await Cluster.start(addresses, {
      instances: { projects: 1, laws: 0, policies: 0, partners: 0, imports: 0, reporting: 1 },
    });
    const { client } = cluster;
    await registerEntities(client, ['education']);
    const body = { id: 'P-1', title: { ar: 'مدارس' }, owner: 'education', startedOn: '2026-01-04' };
    await client.accept('/api/projects', body);
    for (const id of ['m-1', 'm-2'])
      await client.accept('/api/projects/P-1/milestones', { id, title: { ar: id }, target: '2026-03-01' });
    await client.accept('/api/projects/P-1/milestones/m-1/forecast', { date: '2026-03-10', reason: 'تأخر المورد' });
    const { version } = await client.accept('/api/projects/P-1/milestones/m-1/reach', { on: '2026-03-02' });
    await client.get(`/api/timelines/projects/P-1?atLeast=projects/P-1@${String(version)}&waitMs=20000`);
    events = (await readTopic(topicOf(addresses.kafka, 'projects'))).map(read);
  }, 180_000);
  afterAll(() => cluster?.remove());

  it('reads every event of the stream in its order', () =>
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => `projects/P-1@${index + 1}`)));

  it('finds milestone events that hold to the published schemas', () => {
    const faultsOf = schemaFaults();
    const milestones = events.filter(({ type }) => type.startsWith('milestone.'));
    expect(new Set(milestones.map(({ type }) => type))).toEqual(
      new Set(['milestone.planned.v1', 'milestone.forecast.v1', 'milestone.reached.v1']),
    );
    for (const one of milestones) {
      expect(one.validate()).toBe(true);
      expect([...faultsOf('CloudEvent', one.toJSON()), ...faultsOf(one.type, one.data)]).toEqual([]);
    }
  });
});
