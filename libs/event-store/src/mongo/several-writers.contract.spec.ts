import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongoForTests } from '@masar/testing';
import mongoose, { type Connection } from 'mongoose';
import { createCommandHandler } from '../command-handler.js';
import { hashOf } from '../commit/event-text.js';
import {
  expectWholeStream,
  mongoSubject,
  sampleAppend,
  sampleMeta,
  sqliteFileSubject,
  tallyDecider,
} from '../contract/index.js';
import { sealStore, verifyStore } from '../maintenance.js';
import type { EventStore } from '../port.js';
import type { CommitDocument } from './commit-documents.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;

overMongo('several writers of one MongoDB store', () => {
  let subject: ReturnType<typeof mongoSubject>;
  let one: EventStore;
  let two: EventStore;
  beforeEach(async () => {
    subject = mongoSubject(server!);
    [one, two] = await Promise.all([subject.open(), subject.open()]);
  });
  afterEach(async () => {
    await one.close();
    await two.close();
    await subject.remove();
  });

  it('open at once and agree on the epoch', async () => {
    expect(await one.epoch()).toBe(await two.epoch());
  });

  it('win one version each between them, and each sees at once what the other wrote', async () => {
    for (let version = 0; version < 30; version += 1) {
      const racers = [one, two].map((store, index) =>
        store.append(sampleAppend('projects/P-1', version, `c-${version}-${index}`)),
      );
      const outcomes = (await Promise.all(racers)).map(({ outcome }) => outcome).sort();
      expect(outcomes).toEqual(['committed', 'conflict']);
      expect((await one.head('projects/P-1'))!.hash).toBe((await two.head('projects/P-1'))!.hash);
    }
    expect(await expectWholeStream(two, 'projects/P-1')).toBe(30);
  });

  it('commit a command sent to both only once', async () => {
    const both = [one, two].map((store) => store.append(sampleAppend('projects/P-1', 0, 'c-1')));
    expect((await Promise.all(both)).map(({ outcome }) => outcome).sort()).toEqual(['committed', 'duplicate']);
  });

  it('take turns through their command handlers without losing a command', async () => {
    const handlers = [createCommandHandler(one), createCommandHandler(two)];
    const runs = Array.from({ length: 20 }, (_, index) =>
      handlers[index % 2]!.run(tallyDecider, 'projects/P-1', { add: 1 }, sampleMeta(`c-${index}`)),
    );
    const versions = (await Promise.all(runs)).map(({ version }) => version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await verifyStore(subject.url)).toEqual({ ok: true, streams: 1, events: 20 });
  });

  it('never record before what the other recorded', async () => {
    one.setClock({ kind: 'fixed', at: '2026-03-02T09:00:00.000Z' });
    two.setClock({ kind: 'fixed', at: '2026-03-01T09:00:00.000Z' });
    for (let version = 0; version < 6; version += 1)
      await [one, two][version % 2]!.append(sampleAppend('projects/P-1', version, `c-${version}`));
    const recorded = (await two.read('projects/P-1')).map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual(Array(6).fill('2026-03-02T09:00:00.000Z'));
  });
});

overMongo('a MongoDB store changed behind its back', () => {
  let subject: ReturnType<typeof mongoSubject>;
  let store: EventStore;
  let raw: Connection;
  const commits = () => raw.collection<CommitDocument>('commits');
  beforeEach(async () => {
    subject = mongoSubject(server!);
    store = await subject.open();
    raw = await mongoose.createConnection(subject.url).asPromise();
    for (const stream of ['laws/a', 'laws/b'] as const)
      await store.append(sampleAppend(stream, 0, 'c-1', { facts: 3, answer: { id: 'م-١' } }));
  });
  afterEach(async () => {
    await raw.close();
    await store.close();
    await subject.remove();
  });

  it('keeps each text as it was hashed, byte for byte', async () => {
    const { texts, hashes } = (await commits().findOne({ stream: 'laws/a' }))!;
    expect(texts.split('\n').map(hashOf)).toEqual(hashes.split('\n'));
    expect(await verifyStore(subject.url)).toEqual({ ok: true, streams: 2, events: 6 });
  });

  it('names the event that was changed, wherever it is met, and tells it to the relay', async () => {
    const { texts } = (await commits().findOne({ stream: 'laws/b' }))!;
    const changed = texts.split('\n');
    changed[1] = changed[1]!.replace('2026-06-30', '2026-07-30');
    await commits().updateOne({ stream: 'laws/b' }, { $set: { texts: changed.join('\n') } });
    const broken = { stream: 'laws/b', version: 2, breakage: 'hash-mismatch' };
    expect(await verifyStore(subject.url)).toMatchObject({ ok: false, broken });
    await expect(store.read('laws/b')).rejects.toMatchObject({ code: 'event/broken', position: 'laws/b@2' });
    const page = await store.pending!.page();
    const commit = page.commits.find(({ stream }) => stream === 'laws/b')!;
    expect(commit.broken).toEqual({ version: 2, breakage: 'hash-mismatch' });
    expect(commit.events.map(({ version }) => version)).toEqual([1]);
    expect(page.commits.find(({ stream }) => stream === 'laws/a')!.events).toHaveLength(3);
  });

  it('sees a commit that was removed', async () => {
    await store.append(sampleAppend('laws/a', 3, 'c-2'));
    await commits().deleteOne({ stream: 'laws/a', first: 1 });
    const broken = { stream: 'laws/a', version: 1, breakage: 'gap' };
    expect(await verifyStore(subject.url)).toMatchObject({ ok: false, broken });
  });

  it('is held against a seal of the same commits, wherever it was made', async () => {
    const file = sqliteFileSubject();
    const sealed = await file.open();
    const clock = { kind: 'fixed', at: '2026-03-01T09:00:00.000Z' } as const;
    for (const one of [sealed, store]) {
      one.setClock(clock);
      for (const version of [0, 1]) await one.append(sampleAppend('laws/c', version, `c-${version}`));
    }
    await sealed.close();
    const seal = await sealStore(file.url);
    expect(await verifyStore(subject.url, { seal })).toEqual({ ok: true, streams: 3, events: 8 });
    await commits().deleteOne({ stream: 'laws/c', first: 2 });
    const broken = { stream: 'laws/c', version: 2, breakage: 'cut-tail' };
    expect(await verifyStore(subject.url, { seal })).toMatchObject({ ok: false, broken });
    await commits().deleteMany({ stream: 'laws/c' });
    expect((await verifyStore(subject.url, { seal })).broken).toMatchObject({ breakage: 'removed-stream' });
    await file.remove();
  });
});
