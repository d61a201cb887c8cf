import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongoForTests, spawnKillable, temporaryFolder, type TemporaryFolder } from '@masar/testing';
import mongoose, { type Connection } from 'mongoose';
import { mongoSubject, sampleAppend, sqliteFileSubject } from '../contract/index.js';
import { migrateStore, sealStore, verifyStore } from '../maintenance.js';
import { openEventStore } from '../open.js';
import type { EventStore } from '../port.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;
const copier = fileURLToPath(new URL('../contract/copying-process.ts', import.meta.url));

type Stream = `${string}/${string}`;
const streams = Array.from({ length: 12 }, (_, index): Stream => `projects/P-${index}`);

/** So many commits on each stream, two facts each, in turns, so that neither time nor name alone orders them. */
const fill = async (store: EventStore, commits: number, from = 0): Promise<void> => {
  for (let n = from; n < from + commits; n += 1)
    await Promise.all(
      streams.map((stream) => store.append(sampleAppend(stream, n * 2, `c-${n}`, { facts: 2, answer: { id: 'م-١' } }))),
    );
};

overMongo('a store moved into another', () => {
  let folder: ReturnType<typeof sqliteFileSubject>;
  let database: ReturnType<typeof mongoSubject>;
  let keys: TemporaryFolder;
  let raw: Connection;
  const withStore = async <T>(url: string, work: (store: EventStore) => Promise<T>): Promise<T> => {
    const store = await openEventStore(url);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const everything = (url: string) =>
    withStore(url, async (store) => {
      const held = await Promise.all(streams.map(async (stream) => [stream, await store.read(stream)] as const));
      return { epoch: await store.epoch(), events: new Map(held), found: await store.find(streams[3]!, 'c-1') };
    });
  beforeEach(async () => {
    [folder, database, keys] = [sqliteFileSubject(), mongoSubject(server!), temporaryFolder()];
    raw = await mongoose.createConnection(database.url).asPromise();
  });
  afterEach(async () => {
    await raw.close();
    await Promise.all([folder.remove(), database.remove()]);
    keys.remove();
  });

  it('a folder into a cluster and back: the same texts, hashes, answers and seals, each home its own epoch', async () => {
    await withStore(folder.url, (store) => fill(store, 4));
    const keyFile = keys.file('seal.pem');
    const seal = await sealStore(folder.url, { keyFile });
    const there = await migrateStore(folder.url, database.url);
    expect(there).toMatchObject({ streams: 12, events: 96, copied: 48, behind: 0 });
    const second = await sealStore(database.url, { keyFile });
    expect(second).toMatchObject({ number: 2, digest: seal.digest });
    const back = `sqlite:${keys.file('data/truth.db')}`;
    expect(await migrateStore(database.url, back)).toMatchObject({ digest: there.digest, copied: 48 });
    const [one, two, three] = [await everything(folder.url), await everything(database.url), await everything(back)];
    expect(two.events).toEqual(one.events);
    expect(three.events).toEqual(one.events);
    expect(three.found).toEqual(one.found);
    expect(new Set([one.epoch, two.epoch, three.epoch]).size).toBe(3);
    for (const url of [database.url, back])
      for (const each of [seal, second])
        expect(await verifyStore(url, { seal: each, keyFile })).toEqual({ ok: true, streams: 12, events: 96 });
  });

  it('marks every commit for the topics of the cluster, and gives a folder’s log the order of recording', async () => {
    await withStore(folder.url, (store) => fill(store, 3));
    await migrateStore(folder.url, database.url);
    await withStore(database.url, async (store) => {
      expect(await store.pending!.count(1000)).toBe(36);
      const { commits } = await store.pending!.page();
      expect(commits.map(({ recordedAt }) => recordedAt)).toEqual(commits.map((one) => one.recordedAt).sort());
    });
    const { DatabaseSync } = await import('node:sqlite');
    const back = keys.file('truth.db');
    await migrateStore(database.url, `sqlite:${back}`);
    const read = new DatabaseSync(back, { readOnly: true });
    const recorded = read.prepare('SELECT recorded_at FROM commits ORDER BY seq').all();
    read.close();
    expect(recorded).toEqual(
      recorded.toSorted((a, b) => (String(a['recorded_at']) < String(b['recorded_at']) ? -1 : 1)),
    );
  });

  it.each([
    ['a folder into a database', () => [folder.url, database.url] as const],
    ['a database into a folder', () => [database.url, `sqlite:${keys.file('data/truth.db')}`] as const],
  ])(
    '%s: killed in the middle, it is no store; given again, it is complete',
    async (_, places) => {
      const [from, to] = places();
      await withStore(from, (store) => fill(store, 150));
      let killedAt = 0;
      for (let lines = 2; lines < 4; lines += 1) {
        const child = spawnKillable(copier, [from, to]);
        await child.printed(lines);
        await child.kill();
        killedAt = Number(child.lines.at(-1)!.split('/')[0]);
        expect(killedAt).toBeGreaterThan(0);
        expect(killedAt).toBeLessThan(1800);
        await expect(openEventStore(to)).rejects.toMatchObject({ code: 'store/unfinished' });
        await expect(migrateStore(to, from)).rejects.toMatchObject({ code: 'store/unfinished' });
      }
      const answer = await migrateStore(from, to);
      expect(answer).toMatchObject({ streams: 12, events: 3600 });
      expect(answer.copied).toBeLessThanOrEqual(1800 - killedAt);
      expect((await everything(to)).events).toEqual((await everything(from)).events);
    },
    120_000,
  );

  it('goes on with what was written since, and says when there is more', async () => {
    await withStore(folder.url, (store) => fill(store, 2));
    await migrateStore(folder.url, database.url);
    await withStore(database.url, async ({ pending }) => {
      const { commits } = await pending!.page();
      await pending!.unset(commits.map(({ mark }) => mark));
    });
    const writing = await openEventStore(folder.url);
    await fill(writing, 1, 2);
    let more: Promise<void> | undefined;
    const onProgress = () => (more ??= fill(writing, 1, 3));
    expect(await migrateStore(folder.url, database.url, { onProgress })).toMatchObject({ copied: 12, behind: 12 });
    await more;
    await writing.close();
    expect(await migrateStore(folder.url, database.url)).toMatchObject({ copied: 12, behind: 0, events: 96 });
    expect(await withStore(database.url, (store) => store.pending!.count(100))).toBe(24);
  });

  it('refuses a target with another history, a source that is broken, a store at work: nothing is written', async () => {
    await withStore(folder.url, (store) => fill(store, 2));
    await withStore(database.url, (store) => store.append(sampleAppend('projects/P-3', 0, 'another')));
    const commits = () => raw.collection('commits').countDocuments();
    const other = { code: 'store/other-history', message: expect.stringContaining('projects/P-3@1') };
    await expect(migrateStore(folder.url, database.url)).rejects.toMatchObject(other);
    expect(await commits()).toBe(1);
    await raw.collection('commits').deleteMany({});
    await raw.collection('leases').insertOne({ _id: 'relay' as never, holder: 'one', until: Date.now() + 60_000 });
    await expect(migrateStore(folder.url, database.url)).rejects.toThrow(/stop them first/);
    await raw.collection('leases').deleteMany({});
    const { DatabaseSync } = await import('node:sqlite');
    const tampered = new DatabaseSync(folder.url.slice('sqlite:'.length));
    tampered.exec("UPDATE commits SET texts = replace(texts, 'lead', 'lady') WHERE stream = 'projects/P-5'");
    tampered.close();
    const broken = {
      code: 'store/broken',
      message: expect.stringContaining('projects/P-5@1 is broken: hash-mismatch'),
    };
    await expect(migrateStore(folder.url, database.url)).rejects.toMatchObject(broken);
    expect(await commits()).toBe(0);
    expect(await withStore(database.url, (store) => store.streams(''))).toEqual([]);
  });

  it('ends loudly when somebody writes into the target meanwhile, and loses nothing of his', async () => {
    await withStore(folder.url, (store) => fill(store, 60));
    const late = sampleAppend('projects/P-9', 0, 'another');
    const other = await openEventStore(database.url);
    let wrote: Promise<unknown> | undefined;
    const onProgress = () => (wrote ??= other.append(late));
    await expect(migrateStore(folder.url, database.url, { onProgress })).rejects.toThrow(
      /another process|somebody else/,
    );
    expect(await wrote).toMatchObject({ outcome: 'committed' });
    expect(await other.find('projects/P-9', 'another')).toMatchObject({ first: 1 });
    await other.close();
  });
});
