import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEventStore } from '@masar/event-store';
import { openEventBroker } from '@masar/event-log';
import { kafkaForTests, mongoForTests } from '@masar/testing';
import { RunningCluster, type RunningService } from './testing/running-cluster.js';

const [kafka, mongo] = [await kafkaForTests(), await mongoForTests()];
const whenThere = kafka.url === undefined || mongo.url === undefined ? describe.skip : describe;

const within = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Error(`not within a minute: ${what}`);
};

/** Every position the topics hold, and how many events were read beyond it. */
const inTopics = async (eventLog: string, enough: (positions: ReadonlySet<string>) => boolean) => {
  const broker = await openEventBroker(eventLog);
  const positions = new Set<string>();
  const take = async ({ events }: { events: readonly { stream: string; version: number }[] }) =>
    void events.forEach(({ stream, version }) => positions.add(`${stream}@${version}`));
  await broker
    .consumer({ group: 'looking', contexts: ['projects'], deliver: take, fold: async () => undefined })
    .start();
  await within(async () => enough(positions), 'everything acknowledged is in its topic');
  await broker.close();
  return positions;
};

whenThere('two services of projects and a registry over one truth', () => {
  const cluster = new RunningCluster(mongo.url ?? 'mongodb://none/none', kafka.url ?? 'kafka://none:1');
  let registry: RunningService;
  let projects: RunningService[];

  beforeAll(async () => {
    registry = await cluster.begin();
    projects = await Promise.all([cluster.start('projects'), cluster.start('projects')]);
    await Promise.all([registry, ...projects].map((service) => cluster.ready(service)));
    await entity('works');
  }, 120_000);
  afterAll(() => cluster.end());

  const entity = (id: string) =>
    cluster.send(registry, 'POST', '/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  const register = (at: number, id: string, owner = 'works', headers = {}) =>
    cluster.send(projects[at]!, 'POST', '/api/projects', { id, title: { en: id }, owner }, headers);
  const listed = async (at: number, query = '') => {
    const { body } = await cluster.send(projects[at]!, 'GET', `/api/projects?limit=200${query}`);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('an entity registered a moment ago owns projects at both', async () => {
    expect((await entity('schools')).status).toBe(201);
    expect((await register(0, 'S-1', 'schools')).status).toBe(201);
    expect((await register(1, 'S-2', 'schools')).status).toBe(201);
    expect((await register(1, 'S-3', 'nobody')).body.code).toBe('initiative/unknown-party');
  });

  it('what one registers the other lists and reads at once; a new owner as soon as the topics have told it', async () => {
    for (let round = 0; round < 6; round += 1) {
      expect((await register(round % 2, `L-${round}`)).status).toBe(201);
      expect(await listed((round + 1) % 2)).toContain(`L-${round}`);
    }
    expect(await listed(0)).toEqual(await listed(1));
    const change = await cluster.send(projects[0]!, 'POST', '/api/projects/L-0/owner', { to: 'schools', reason: 'x' });
    expect(change.status).toBeLessThan(300);
    expect(await listed(0, '&owner=schools')).toContain('L-0');
    await within(async () => (await listed(1, '&owner=schools')).includes('L-0'), 'the other knows the new owner');
    expect(await listed(1, '&owner=works')).not.toContain('L-0');
  });

  it('a command sent again to the other gets the first answer, and another body under its key is refused', async () => {
    const first = await register(0, 'K-1', 'works', { 'idempotency-key': 'key-1' });
    const again = await register(1, 'K-1', 'works', { 'idempotency-key': 'key-1' });
    expect([first.status, first.body, first.headers.get('etag')]).toEqual([
      again.status,
      again.body,
      again.headers.get('etag'),
    ]);
    const other = await register(1, 'K-1', 'schools', { 'idempotency-key': 'key-1' });
    expect(other.body.code).toBe('idempotency/key-reused');
  });

  it('of two who saw the same version one wins, whoever decides', async () => {
    let version = (await register(0, 'R-1')).body.version;
    for (let round = 0; round < 8; round += 1) {
      const sent = [0, 1].map((at) =>
        cluster.send(
          projects[at]!,
          'POST',
          '/api/projects/R-1/milestones',
          { id: `m-${round}-${at}`, title: { en: 'x' }, target: '2027-03-01' },
          { 'if-match': `"${version}"` },
        ),
      );
      const answers = await Promise.all(sent);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      version = answers.find(({ status }) => status === 201)!.body.version;
    }
    expect(version).toBe(9);
  });

  it('killed while writing: everything acknowledged is in the store once and in its topic, and the other goes on', async () => {
    const third = await cluster.start('projects');
    await cluster.ready(third);
    const acknowledged = new Map<string, string>();
    let killed = false;
    const writer = async (name: number) => {
      for (let at = 0; at < 40; at += 1) {
        const id = `W-${name}-${at}`;
        const body = { id, title: { en: id }, owner: 'works' };
        // Whoever gets no answer asks another with the same key.
        for (let service = third; ; service = projects[1]!) {
          const answer = await cluster
            .send(service, 'POST', '/api/projects', body, { 'idempotency-key': id })
            .catch(() => undefined);
          if (answer?.status !== 201) continue;
          acknowledged.set(id, answer.body.position);
          break;
        }
        if (name === 0 && at === 12) {
          killed = true;
          await third.kill();
        }
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(writer));
    expect([killed, acknowledged.size]).toEqual([true, 240]);
    const store = await openEventStore(cluster.eventStore);
    for (const id of acknowledged.keys()) {
      const events = await store.read(`projects/${id}`);
      expect(events.map(({ type, version }) => `${type}@${version}`)).toEqual(['initiative.registered.v1@1']);
    }
    await store.close();
    const positions = await inTopics(cluster.eventLog, (there) =>
      [...acknowledged.values()].every((one) => there.has(one)),
    );
    expect([...positions].filter((one) => one.startsWith('projects/W-'))).toHaveLength(240);
  });

  it('is told by its metrics what was published and that nothing waits', async () => {
    const texts = await Promise.all([registry, ...projects].map((one) => cluster.send(one, 'GET', '/metrics')));
    const sum = (name: string) =>
      texts.reduce((total, { body }) => total + Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1] ?? 0), 0);
    expect(sum('masar_relay_published_events_total')).toBeGreaterThan(200);
    expect(sum('masar_relay_pending_commits')).toBe(0);
  });

  it('stops in order when it is asked to', async () => {
    expect(await projects[0]!.stop()).toBe(0);
    expect((await register(1, 'Z-1')).status).toBe(201);
  });
});
