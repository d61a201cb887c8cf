import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kafkaForTests, mongoForTests } from '@masar/testing';
import { RunningCluster, type RunningService } from './testing/running-cluster.js';

const [kafka, mongo] = [await kafkaForTests(), await mongoForTests()];
const whenThere = kafka.url === undefined || mongo.url === undefined ? describe.skip : describe;

const header =
  'kind,initiative,version,title,owner,started on,jurisdiction,instrument,milestone,milestone title,party,target,actual,depends on';
const file = (prefix: string, rows: number): string =>
  [
    header,
    ...Array.from(
      { length: rows },
      (_, at) => `projects,${prefix}-${at},,Ports,works,2026-01-04,,,m-1,Study,,2027-03-01,,`,
    ),
  ].join('\n');

/** So long that whoever has seen it begin can hold it before it ends, on a quick machine too. */
const longFile = 1_500;
const within = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
  for (const end = Date.now() + 90_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
};

whenThere('imports of a cluster, by two processes', () => {
  const cluster = new RunningCluster(mongo.url ?? 'mongodb://none/none', kafka.url ?? 'kafka://none:1');
  let registry: RunningService;
  let imports: RunningService[];

  beforeAll(async () => {
    registry = await cluster.begin();
    imports = await Promise.all([cluster.start('imports'), cluster.start('imports')]);
    await Promise.all([registry, ...imports].map((service) => cluster.ready(service)));
    await cluster.send(registry, 'POST', '/api/entities', { id: 'works', name: { en: 'W' }, jurisdiction: 'EG' });
  }, 120_000);
  afterAll(() => cluster.end());

  const send = (at: number, text: string, key?: string) =>
    cluster.send(imports[at]!, 'POST', '/api/imports?profile=initiatives', text, key ? { 'idempotency-key': key } : {});
  const versionsOf = async (prefix: string): Promise<number[]> => {
    const found: { id: string; version: number }[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const from = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await cluster.send(imports[1]!, 'GET', `/api/projects?limit=500${from}`);
      found.push(...body.items);
      cursor = body.next;
    }
    return found.filter(({ id }) => id.startsWith(`${prefix}-`)).map(({ version }) => version);
  };

  /** Holds the first process while it imports; an import that was over by then is followed by another file. */
  const heldInTheMiddle = async (): Promise<{ prefix: string; id: string; cut: Promise<unknown> }> => {
    for (const prefix of ['C', 'E', 'F', 'G', 'H']) {
      const cut = send(0, file(prefix, longFile)).catch(() => undefined);
      await within(async () => (await versionsOf(prefix)).length > 20, 'the import writes');
      imports[0]!.hold();
      const { body } = await cluster.send(imports[1]!, 'GET', '/api/imports');
      const unfinished = body.items.find(({ status }: { status: string }) => status === 'running');
      if (unfinished && (await versionsOf(prefix)).length < longFile) return { prefix, id: unfinished.id, cut };
      imports[0]!.goOn();
      await cut;
    }
    throw new Error('every import was over before it could be held');
  };

  it('the same file given to both at once is imported once', async () => {
    const answers = await Promise.all([send(0, file('A', 20)), send(1, file('A', 20))]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.map(({ body }) => body.new).sort()).toEqual([0, 20]);
    expect(await versionsOf('A')).toEqual(Array.from({ length: 20 }, () => 2));
  });

  it('a file given to the one after the other has imported it finds what is there', async () => {
    expect((await send(0, file('B', 10))).body).toMatchObject({ status: 'completed', new: 10 });
    expect((await send(1, file('B', 12))).body).toMatchObject({ status: 'completed', new: 2, unchanged: 10 });
  });

  it('killed in the middle, an import is taken up by the next start, though two start at once', async () => {
    const { prefix, id, cut } = await heldInTheMiddle();
    await imports[0]!.kill();
    await cut;
    [imports[0]] = await Promise.all([cluster.start('imports'), cluster.start('imports')]);
    await within(
      async () => (await cluster.send(imports[1]!, 'GET', `/api/imports/${id}`)).body.status === 'completed',
      'the import is completed',
    );
    expect(await versionsOf(prefix)).toEqual(Array.from({ length: longFile }, () => 2));
  });

  it('a batch of commands of several kinds is decided beside the deciders of all', async () => {
    const commands = [
      { path: '/api/projects', body: { id: 'D-1', title: { en: 'x' }, owner: 'works' } },
      { path: '/api/policies', body: { id: 'D-2', title: { en: 'x' }, owner: 'works' } },
    ];
    const { status, body } = await cluster.send(imports[0]!, 'POST', '/api/batch', { commands });
    expect([status, body.items.map((item: { status: number }) => item.status)]).toEqual([200, [201, 201]]);
  });
});
