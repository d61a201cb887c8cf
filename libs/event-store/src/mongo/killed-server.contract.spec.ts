import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { canOwnMongo, databaseOfItsOwn, ownMongo, temporaryFolder, type OwnMongo } from '@masar/testing';
import { StorageUnavailable } from '../faults.js';
import { expectWholeStream, sampleAppend } from '../contract/index.js';
import { verifyStore } from '../maintenance.js';
import { openEventStore } from '../open.js';
import type { EventStore } from '../port.js';

const whereOneCanBeKilled = (await canOwnMongo()) ? describe : describe.skip;
const streams = Array.from({ length: 6 }, (_, index) => `projects/P-${index}` as const);

/** Appends until it is told to stop; sends a command again until it is answered, as a caller would. */
const writing = (store: EventStore, isOver: () => boolean) => {
  const acknowledged = new Map<string, number>();
  const faults: unknown[] = [];
  const write = async (stream: (typeof streams)[number]): Promise<void> => {
    for (let version = 0; !isOver();) {
      try {
        const { outcome } = await store.append(sampleAppend(stream, version, `c-${version}`));
        expect(['committed', 'duplicate']).toContain(outcome);
        acknowledged.set(stream, (version += 1));
      } catch (fault) {
        faults.push(fault);
        await pause(20);
      }
    }
  };
  return { acknowledged, faults, done: Promise.all(streams.map(write)) };
};

whereOneCanBeKilled('a document server killed while commands are written', () => {
  it('has everything it acknowledged, once and in order, and is met again without a restart', async () => {
    const folder = temporaryFolder();
    const file = folder.file('documents.db');
    let server: OwnMongo = await ownMongo({ file });
    const { port } = server;
    const url = databaseOfItsOwn(server.url);
    const store = await openEventStore(url, { patience: { selectionMs: 500, answerMs: 2_000 } });
    let over = false;
    const { acknowledged, faults, done } = writing(store, () => over);
    for (let round = 0; round < 3; round += 1) {
      await pause(400);
      await server.stop('SIGKILL');
      await pause(300);
      server = await ownMongo({ file, port });
    }
    const before = new Map(acknowledged);
    await pause(1_500);
    over = true;
    await done;
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault instanceof StorageUnavailable)).toBe(true);
    for (const stream of streams) {
      expect(acknowledged.get(stream)).toBeGreaterThan(before.get(stream) ?? 0);
      expect(await expectWholeStream(store, stream)).toBe(acknowledged.get(stream));
    }
    expect(await verifyStore(url)).toMatchObject({ ok: true, streams: streams.length });
    await store.close();
    await server.stop();
    folder.remove();
  });
});
