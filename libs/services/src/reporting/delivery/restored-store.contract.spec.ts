import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEventBroker, type EventBroker } from '@masar/event-log';
import { topicsOfItsOwn, until } from '@masar/event-log/testing';
import { backupStore, republish, restoreStore, type EventStore } from '@masar/event-store';
import { mongoSubject, sampleAppend } from '@masar/event-store/contract';
import { connectTo } from '@masar/mongo';
import type { ReportingStore } from '@masar/read-models';
import { mongoReportingSubject } from '@masar/read-models/contract';
import { kafkaForTests, mongoForTests, temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { EventIntake } from './event-intake.js';
import { deliveryGroup } from './history-log.js';
import { openKept } from './kept.js';

const [kafka, mongo] = [await kafkaForTests(), await mongoForTests()];
const whenThere = kafka.url === undefined || mongo.url === undefined ? describe.skip : describe;
const stream = 'projects/P-1';

whenThere('what reporting makes of the truth behind the topics', () => {
  const subjects: ReturnType<typeof mongoSubject>[] = [];
  const stores: EventStore[] = [];
  let documents: ReturnType<typeof mongoReportingSubject>;
  let folder: TemporaryFolder;
  let broker: EventBroker;
  let views: ReportingStore;
  /** The store that services have open at present. */
  let truth: EventStore;
  let epochs: Set<string>;

  const openStore = async (subject = mongoSubject(mongo.url!)) => {
    if (!subjects.includes(subject)) subjects.push(subject);
    stores.push((truth = await subject.open()));
    broker.relay(truth.pending!, { leaseMs: 1_000 }).start();
    return { subject, store: truth };
  };
  const append = async (store: EventStore, from: number, upTo: number, who: string) => {
    for (let version = from; version < upTo; version += 1)
      await store.append(sampleAppend(stream, version, `${who}-${version}`));
  };
  const held = async () => (await views.history.read(stream)).map(({ hash }) => hash);
  const comes = async (holds: () => Promise<boolean>, what: string) => {
    let seen = false;
    const looking = setInterval(() => void holds().then((now) => (seen ||= now)), 50);
    await until(() => seen, what).finally(() => clearInterval(looking));
  };
  const hashesOf = async (store: EventStore) => (await store.read(stream)).map(({ hash }) => hash);
  const isLevelWith = (store: EventStore) => async () =>
    JSON.stringify(await held()) === JSON.stringify(await hashesOf(store));

  beforeEach(async () => {
    folder = temporaryFolder();
    documents = mongoReportingSubject(mongo.url!);
    views = await documents.open();
    epochs = new Set();
    broker = await openEventBroker(topicsOfItsOwn(kafka.url!));
    await broker.assertTopics();
  });
  const follow = async () => {
    const intake = new EventIntake({
      models: views.readModels,
      history: views.history,
      truthEpoch: () => truth.epoch(),
      mark: () => `${new Date().toISOString()} one`,
    });
    await intake.meetEpoch();
    const deliver = async (delivery: Parameters<EventIntake['keep']>[0]) => {
      epochs.add(delivery.epoch);
      await intake.keep(delivery);
    };
    await broker.consumer({ group: `reporting-${randomUUID()}`, deliver, fold: async () => undefined }).start();
  };
  afterEach(async () => {
    await broker.close();
    for (const store of stores.splice(0)) await store.close();
    for (const subject of subjects.splice(0)) await subject.remove();
    await views.close();
    await documents.remove();
    folder.remove();
  });

  it('a store restored from yesterday is another epoch: history begins anew and what was lost is no fork', async () => {
    const yesterday = await openStore();
    await append(yesterday.store, 0, 4, 'before');
    await follow();
    await comes(isLevelWith(yesterday.store), 'what was told yesterday');
    const file = folder.file('backup');
    await backupStore(yesterday.subject.url, file);
    await append(yesterday.store, 4, 6, 'lost');
    await comes(isLevelWith(yesterday.store), 'what will be lost');

    const empty = mongoSubject(mongo.url!);
    const { epoch } = await restoreStore(file, empty.url);
    const today = await openStore(empty);
    await append(today.store, 4, 7, 'after');
    await comes(isLevelWith(today.store), 'what is told today');
    // A service that nobody stopped still tells the old story: it changes nothing.
    await append(yesterday.store, 6, 8, 'late');
    await comes(async () => (await yesterday.store.pending!.count(10)) === 0, 'the late story in the topics');
    await new Promise((done) => setTimeout(done, 300));
    expect(await held()).toEqual(await hashesOf(today.store));
    expect(await views.history.epoch(deliveryGroup)).toBe(epoch);
    expect(epochs).toEqual(new Set([await yesterday.store.epoch(), epoch]));
    const { arrivals } = await openKept(views.readModels, epoch, false);
    expect((await arrivals.waiting(100)).filter(({ body }) => body.fork !== undefined)).toEqual([]);
  }, 120_000);

  it('a version that was written anew behind the store’s back is a fork: noted, and what is held stays', async () => {
    const { subject, store } = await openStore();
    await append(store, 0, 4, 'told');
    await follow();
    await comes(isLevelWith(store), 'what was told');
    const before = await held();
    const connection = await connectTo(subject.url);
    const commits = connection.collection<{ texts: string; hashes: string }>('commits');
    const last = (await commits.findOne({ stream, first: 4 }))!;
    const texts = last.texts.replace('2026-06-30', '2026-05-31');
    const hashes = createHash('sha256').update(texts).digest('hex');
    await commits.updateOne({ stream, first: 4 }, { $set: { texts, hashes } });
    await connection.close();
    await republish(store.pending!, stream);
    const { arrivals } = await openKept(views.readModels, await store.epoch(), false);
    const forks = async () => (await arrivals.waiting(100)).filter(({ body }) => body.fork !== undefined);
    await comes(async () => (await forks()).length > 0, 'the fork');
    expect(await forks()).toMatchObject([{ body: { stream, first: 4, last: 4, hash: hashes } }]);
    expect(await held()).toEqual(before);
  }, 120_000);
});
