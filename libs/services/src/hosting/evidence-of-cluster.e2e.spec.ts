import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaForTests, mongoForTests } from '@masar/testing';
import { writeBoxKey } from '../sealing/box-file.js';
import { startReceiver, type Receiver } from '../webhooks/testing/receiver.js';
import { RunningCluster, type RunningService } from './testing/running-cluster.js';

const [{ url: mongo }, { url: kafka }] = [await mongoForTests(), await kafkaForTests()];
const suite = mongo === undefined || kafka === undefined ? describe.skip : describe;

suite('files, webhooks and the audit of a cluster', () => {
  let cluster: RunningCluster;
  let receiver: Receiver;
  let registry: RunningService, imports: RunningService;
  let reporting: RunningService[];

  beforeAll(async () => {
    cluster = new RunningCluster(mongo!, kafka!);
    receiver = await startReceiver();
    registry = await cluster.begin();
    const webhookKey = cluster.file('webhook.key');
    writeBoxKey(webhookKey);
    const env = {
      MASAR_READ_MODELS: cluster.eventStore.replace(/(\/masar-[^?]*)/, '$1-views'),
      MASAR_WEBHOOK_KEY: webhookKey,
      MASAR_WEBHOOK_NETWORKS: '127.0.0.1/32',
    };
    imports = await cluster.start('imports');
    reporting = [await cluster.start('reporting', env), await cluster.start('reporting', env)];
    for (const service of [registry, imports, ...reporting]) await cluster.ready(service);
  });
  afterAll(async () => {
    await cluster.end();
    await receiver.close();
  });
  const until = async (isReached: () => boolean | Promise<boolean>) => {
    for (const end = performance.now() + 60_000; !(await isReached()) && performance.now() < end;) await pause(50);
  };
  const took = () =>
    receiver.received.flatMap(({ body }) => (JSON.parse(body) as { subject: string }[]).map(({ subject }) => subject));

  it('keep a file in the shared truth, name it, and give it back', async () => {
    const bytes = new Uint8Array(Buffer.from(`%PDF-1.7\n${'x'.repeat(600_000)}\n%%EOF\n`));
    const taken = await cluster.send(imports, 'POST', '/api/files?filename=minutes.pdf', bytes);
    expect([taken.status, taken.body.size]).toEqual([201, bytes.length]);
    const { id } = taken.body as { id: string };
    const entity = { id: 'education', name: { en: 'Education' }, jurisdiction: 'EG' };
    expect((await cluster.send(registry, 'POST', '/api/entities', entity)).status).toBe(201);
    const project = { id: 'P-1', title: { en: 'Schools' }, owner: 'education', audience: 'team' };
    expect((await cluster.send(imports, 'POST', '/api/projects', project)).status).toBe(201);
    const milestone = { id: 'm-1', title: { en: 'Land' }, target: '2030-01-01' };
    await cluster.send(imports, 'POST', '/api/projects/P-1/milestones', milestone);
    await cluster.send(imports, 'POST', '/api/projects/P-1/milestones/m-1/start');
    const reach = (file: string) =>
      cluster.send(imports, 'POST', '/api/projects/P-1/milestones/m-1/reach', { evidence: [{ title: 'M', file }] });
    expect((await reach('0'.repeat(64))).body.code).toBe('file/unknown');
    expect((await reach(id)).status).toBe(200);
    const read = await cluster.send(imports, 'GET', `/api/files/${id}`);
    expect([read.status, (read.body as string).length]).toEqual([200, bytes.length]);
  });

  it('send one webhook from one instance at a time, and go on when that one is killed', async () => {
    const [first, second] = reporting as [RunningService, RunningService];
    const asked = { url: receiver.url, secret: 'a secret of some length' };
    const made = await cluster.send(first, 'POST', '/api/webhooks', asked);
    expect(made.status).toBe(201);
    const project = (id: string) =>
      cluster.send(imports, 'POST', '/api/projects', { id, title: { en: id }, owner: 'education' });
    await project('P-2');
    await until(() => took().includes('projects/P-2'));
    await first.kill();
    await project('P-3');
    await until(() => took().includes('projects/P-3'));
    // What reporting had not read when it was made, of other topics too, may come before them and between.
    const later = [...new Set(took())].filter((subject) => /P-[23]$/.test(subject));
    expect(later).toEqual(['projects/P-2', 'projects/P-3']);
    const { body } = await cluster.send(second, 'GET', `/api/webhooks/${made.body.id}`);
    expect(body).toMatchObject({ state: 'enabled', url: receiver.url });
  });

  it('put on record, in one audit, what was done at each of them', async () => {
    await cluster.send(imports, 'GET', '/api/projects/P-1');
    await until(async () => {
      const { body } = await cluster.send(registry, 'GET', '/api/audit?limit=500');
      const services = new Set((body.items as { service: string }[]).map(({ service }) => service));
      return ['registry', 'imports', 'reporting'].every((service) => services.has(service));
    });
    const { body } = await cluster.send(registry, 'GET', '/api/audit?limit=500');
    const lines = (body.items as { service: string; action: string; subject: string }[]).map(
      ({ service, action, subject }) => `${service} ${action} ${subject}`,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'registry session.sign-in /api/session',
        'imports file.upload /api/files',
        'imports initiative.read /api/projects/P-1',
        'reporting webhook.keep /api/webhooks',
      ]),
    );
  });
});
