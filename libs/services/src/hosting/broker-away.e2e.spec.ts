import { afterAll, describe, expect, it } from '@jest/globals';
import { openEventBroker } from '@masar/event-log';
import { canOwnBroker, mongoForTests, ownBroker, temporaryFolder, type OwnBroker } from '@masar/testing';
import { RunningCluster, type RunningService } from './testing/running-cluster.js';

const mongo = await mongoForTests();
const whenPossible = (await canOwnBroker()) && mongo.url !== undefined ? describe : describe.skip;

const within = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
  for (const end = Date.now() + 90_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
};

whenPossible('services whose broker goes away', () => {
  const folder = temporaryFolder();
  let kafka: OwnBroker;
  let cluster: RunningCluster;
  afterAll(async () => {
    await cluster.end();
    await kafka.stop();
    folder.remove();
  });

  const register = (at: RunningService, id: string) =>
    cluster.send(at, 'POST', '/api/projects', { id, title: { en: id }, owner: 'works' });
  const health = async (at: RunningService) => (await cluster.send(at, 'GET', '/health/ready')).body;

  it('go on deciding and stay ready, one that starts meanwhile serves too, and everything is published afterwards', async () => {
    const directory = folder.file('kafka');
    kafka = await ownBroker({ directory });
    cluster = new RunningCluster(mongo.url!, kafka.url);
    const registry = await cluster.begin();
    const [before, leaving] = await Promise.all([cluster.start('projects'), cluster.start('projects')]);
    await Promise.all([registry, before, leaving].map((one) => cluster.ready(one)));
    await cluster.send(registry, 'POST', '/api/entities', { id: 'works', name: { en: 'W' }, jurisdiction: 'EG' });
    expect((await register(before, 'B-1')).status).toBe(201);

    await kafka.stop('SIGKILL');
    for (let at = 0; at < 20; at += 1) expect((await register(before, `A-${at}`)).status).toBe(201);
    await within(
      async () => 'relay' in ((await health(before)).notes ?? {}),
      'one of them says that its relay rests',
    ).catch(async () => expect((await health(registry)).notes).toHaveProperty('relay'));
    expect((await health(before)).ready).toBe(true);

    // Nobody waits for the broker who is asked to stop.
    const asked = Date.now();
    expect(await leaving.stop()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(20_000);

    const late = await cluster.start('projects');
    expect(await health(late)).toMatchObject({ ready: false, faults: { 'event-log': expect.any(String) } });
    expect((await register(late, 'C-1')).status).toBe(201);
    expect((await register(before, 'C-2')).status).toBe(201);

    kafka = await ownBroker({ directory, port: kafka.port });
    await cluster.ready(late);
    const broker = await openEventBroker(cluster.eventLog);
    const told = new Set<string>();
    await broker
      .consumer({
        group: 'looking',
        contexts: ['projects'],
        deliver: async ({ events }) => events.forEach(({ stream }) => told.add(stream)),
        fold: async () => undefined,
      })
      .start();
    await within(async () => told.size === 23, 'everything is published');
    await broker.close();
    await within(async () => (await health(late)).notes === undefined, 'the late one follows the others');

    // What one records now, the late one hears of.
    const change = { to: 'works-2', reason: 'x' };
    await cluster.send(registry, 'POST', '/api/entities', { id: 'works-2', name: { en: 'W' }, jurisdiction: 'EG' });
    expect((await cluster.send(before, 'POST', '/api/projects/B-1/owner', change)).status).toBeLessThan(300);
    await within(
      async () => (await cluster.send(late, 'GET', '/api/projects?owner=works-2')).body.items.length === 1,
      'the new owner is known to the late one',
    );
    expect(await before.stop()).toBe(0);
  }, 600_000);
});
