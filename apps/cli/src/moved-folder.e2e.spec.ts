import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateStore, sealStore, verifyStore } from '@masar/event-store';
import { mongoSubject } from '@masar/event-store/contract';
import { readSettings } from '@masar/nest-kit';
import { mongoForTests, temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { readJson } from './masar-client.js';
import { overFolder } from './over-folder.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;

interface Items {
  readonly items: readonly { readonly initiative?: string; readonly kind?: string; readonly id: string }[];
}

/** Everything a reader may ask of the demonstration programme on one day, by question. */
const answersOf = async (dataFolder: string, demonstration: boolean): Promise<ReadonlyMap<string, unknown>> => {
  const settings = readSettings({
    MASAR_DATA: dataFolder,
    MASAR_TODAY: '2026-11-21',
    MASAR_ALLOW_TODAY: '1',
    MASAR_ADMIN_PASSWORD: 'a long password of its own',
    MASAR_LOG: 'silent',
    ...(demonstration ? { MASAR_DEMO: '1' } : {}),
  });
  const client = await overFolder(settings, 'en');
  try {
    const answers = new Map<string, unknown>();
    const ask = async (path: string) => void answers.set(path, await readJson(client, path));
    const { items } = await readJson<Items>(client, '/api/portfolio?limit=500');
    for (const { kind, id } of items) {
      await ask(`/api/timelines/${kind}/${id}`);
      await ask(`/api/timelines/${kind}/${id}?on=2026-09-30&knownOn=2026-06-30`);
    }
    await ask('/api/portfolio?limit=500');
    await ask('/api/portfolio/delays');
    await ask('/api/export/ledger.json');
    return answers;
  } finally {
    await client.close();
  }
};

overMongo('the demonstration programme, moved into a cluster and back', () => {
  let folder: TemporaryFolder;
  let cluster: ReturnType<typeof mongoSubject>;
  beforeAll(() => {
    folder = temporaryFolder();
    cluster = mongoSubject(server!);
  });
  afterAll(async () => {
    await cluster.remove();
    folder.remove();
  });

  it('verifies at every station against the seal of the first, and every timeline is the same', async () => {
    const before = await answersOf(folder.file('first'), true);
    expect(before.size).toBeGreaterThan(40);
    const [first, last] = ['first', 'last'].map((name) => `sqlite:${folder.file(`${name}/truth.db`)}`);
    const seal = await sealStore(first!, { keyFile: folder.file('seal.pem') });
    const there = await migrateStore(first!, cluster.url);
    const back = await migrateStore(cluster.url, last!);
    expect(back).toMatchObject({ digest: there.digest, streams: there.streams, events: there.events, behind: 0 });
    for (const url of [first!, cluster.url, last!])
      expect(await verifyStore(url, { seal })).toMatchObject({ ok: true, events: there.events });
    const after = await answersOf(folder.file('last'), false);
    for (const [question, answer] of before) expect([question, after.get(question)]).toEqual([question, answer]);
  }, 180_000);
});
