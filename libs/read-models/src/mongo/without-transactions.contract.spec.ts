import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { flakyWire, mongoForTests, oneHostOf, overWire } from '@masar/testing';
import { mongoReportingSubject, sampleHistory } from '../contract/index.js';
import { openReportingStore } from '../open.js';
import type { CollectionSpec, DocumentWrite } from '../port.js';
import type { ReportingStore } from '../reporting-store.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;
const overOneWire = server !== undefined && oneHostOf(server) !== undefined ? describe : describe.skip;

const facts: CollectionSpec = { name: 'facts@1', fields: {}, indexes: [] };
const put = (id: string, expected?: number): DocumentWrite => ({
  op: 'put',
  collection: facts.name,
  id,
  fields: {},
  body: {},
  ...(expected === undefined ? {} : { expected }),
});

let subject: ReturnType<typeof mongoReportingSubject>;
let store: ReportingStore;
const begin = async () => {
  subject = mongoReportingSubject(server!);
  store = await subject.open();
  await store.readModels.declare(facts);
};
const end = async () => {
  await store.close();
  await subject.remove();
};
const versions = async (...ids: readonly string[]) =>
  (await store.readModels.getMany(facts.name, ids)).map(({ id, version }) => `${id}${version}`);

overMongo('documents and history in MongoDB, without a transaction', () => {
  beforeEach(begin);
  afterEach(end);

  it('promise nothing that takes one', () => expect(store.atomically).toBeUndefined());

  it('keep what stands before a conflict, checked puts beside it each by itself, and nothing behind them', async () => {
    await store.readModels.write([put('a', 0), put('b', 0), put('c', 0)]);
    const writes = [put('x'), put('a', 1), put('b', 7), put('c', 1), put('y'), put('offset')];
    expect(await store.readModels.write(writes)).toEqual({ conflictAt: 2 });
    expect(await versions('x', 'a', 'b', 'c', 'y', 'offset')).toEqual(['x1', 'a2', 'b1', 'c2']);
  });

  it('keep events of an epoch that is over from whoever reads the new one', async () => {
    const late = await subject.open();
    await store.history.startEpoch('reporting', 'e-1');
    expect(await late.history.epoch('reporting')).toBe('e-1');
    await late.history.insert('reporting', sampleHistory('laws/L-1', 2), 4);
    await store.history.startEpoch('reporting', 'e-2');
    // Still at work on a page of the old epoch.
    await late.history.insert('reporting', sampleHistory('laws/L-1', 3), 5);
    expect(await store.history.read('laws/L-1')).toEqual([]);
    const other = sampleHistory('laws/L-1', 3, 'restored');
    expect(await store.history.insert('reporting', other, 1)).toEqual(['new', 'new', 'new']);
    expect(await late.history.read('laws/L-1')).toEqual(other);
    expect(await late.history.epoch('reporting')).toBe('e-2');
    expect(await late.history.insert('reporting', other, 2)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    await late.close();
  });

  it('lose nothing when several begin the same epoch, one after another has gone on', async () => {
    const other = await subject.open();
    await store.history.startEpoch('reporting', 'e-1');
    await store.history.insert('reporting', sampleHistory('laws/L-1', 3), 7);
    await other.history.startEpoch('reporting', 'e-1');
    expect(await other.history.offset('reporting')).toBe(7);
    expect(await other.history.read('laws/L-1')).toHaveLength(3);
    await other.close();
  });

  it('are open for reading beside, and not for writing', async () => {
    await store.readModels.write([put('a')]);
    const beside = await openReportingStore(subject.url, { readOnly: true });
    expect(await beside.readModels.get(facts.name, 'a')).toBeDefined();
    await expect(beside.readModels.write([put('b')])).rejects.toThrow('reading only');
    await expect(beside.history.moveOffset('reporting', 1)).rejects.toThrow('reading only');
    await beside.close();
  });
});

overOneWire('documents and history in a MongoDB that cannot be reached', () => {
  beforeEach(begin);
  afterEach(end);

  it.each(['cut', 'dead'] as const)('say so soon and work again once it is mended (%s)', async (state) => {
    const wire = await flakyWire(oneHostOf(server!)!);
    const patience = { selectionMs: 400, connectMs: 400, answerMs: 500, queueMs: 400 };
    const { readModels, history, close } = await openReportingStore(overWire(subject.url, wire.port), { patience });
    await readModels.write([put('a')]);
    wire.turn(state);
    const started = performance.now();
    for (const work of [
      () => readModels.get(facts.name, 'a'),
      () => readModels.write([put('a')]),
      () => history.insert('reporting', sampleHistory('laws/L-1', 2), 1),
      () => history.read('laws/L-1'),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'storage/unavailable' });
    expect(performance.now() - started).toBeLessThan(15_000);
    wire.turn('whole');
    expect(await history.insert('reporting', sampleHistory('laws/L-1', 2), 1)).toEqual(['new', 'new']);
    expect(await readModels.write([put('b', 0)])).toEqual({});
    await close();
    await wire.close();
  });
});
