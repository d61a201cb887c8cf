import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { flakyWire, mongoForTests, oneHostOf, overWire, type FlakyWire } from '@masar/testing';
import { mongoSubject, sampleAppend } from '../contract/index.js';
import { openEventStore } from '../open.js';
import type { EventStore } from '../port.js';

const { url: server } = await mongoForTests();
const host = server === undefined ? undefined : oneHostOf(server);
const overOneWire = host === undefined ? describe.skip : describe;
if (server !== undefined && host === undefined)
  process.stderr.write('\n>>> network faults of MongoDB: one host is needed. ITS TESTS ARE SKIPPED\n');

const patience = { selectionMs: 400, connectMs: 400, answerMs: 500, queueMs: 400 };
/** Milliseconds: each wait once, with one retry by the driver, and some of a busy machine. */
const bound = 5_000;

overOneWire('a MongoDB store that cannot be reached', () => {
  let wire: FlakyWire;
  let subject: ReturnType<typeof mongoSubject>;
  let store: EventStore;
  const open = () => openEventStore(overWire(subject.url, wire.port), { patience });
  beforeEach(async () => {
    wire = await flakyWire(host!);
    subject = mongoSubject(server!);
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    await wire.close();
    await subject.remove();
  });

  const unavailable = async (work: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await expect(work()).rejects.toMatchObject({ code: 'storage/unavailable' });
    expect(performance.now() - started).toBeLessThan(bound);
  };

  it.each(['cut', 'dead'] as const)(
    'says so soon, whatever is asked, and works again once it is mended (%s)',
    async (state) => {
      await store.append(sampleAppend('projects/P-1', 0, 'c-1'));
      wire.turn(state);
      await unavailable(() => store.append(sampleAppend('projects/P-1', 1, 'c-2')));
      await unavailable(() => store.read('projects/P-1'));
      await unavailable(() => store.head('projects/P-1'));
      await unavailable(() => store.find('projects/P-1', 'c-1'));
      await unavailable(() => store.streams('projects/'));
      await unavailable(() => store.epoch());
      await unavailable(() => store.pending!.page());
      await unavailable(() => store.snapshots.get('projects/P-1', 'tally@1'));
      await unavailable(open);
      wire.turn('whole');
      const again = await store.append(sampleAppend('projects/P-1', 1, 'c-2'));
      expect(again.outcome).toBe('committed');
      expect(await store.read('projects/P-1')).toHaveLength(2);
    },
  );

  it.each(['cut', 'dead'] as const)('is closed in time all the same (%s)', async (state) => {
    const closing = await open();
    await closing.append(sampleAppend('projects/P-1', 0, 'c-1'));
    wire.turn(state);
    const started = performance.now();
    const late = closing.append(sampleAppend('projects/P-1', 1, 'c-2')).catch((fault: { code?: string }) => fault.code);
    await closing.close();
    expect(performance.now() - started).toBeLessThan(bound);
    expect(await late).toBe('storage/unavailable');
    await expect(closing.append(sampleAppend('projects/P-1', 1, 'c-3'))).rejects.toMatchObject({
      code: 'storage/unavailable',
    });
  });

  it('knows a command again whose acknowledgement was lost', async () => {
    await store.append(sampleAppend('projects/P-1', 0, 'c-1'));
    wire.turn('mute');
    await unavailable(() => store.append(sampleAppend('projects/P-1', 1, 'c-2', { answer: { id: 'm-1' } })));
    wire.turn('whole');
    const again = await store.append(sampleAppend('projects/P-1', 1, 'c-2'));
    expect(again).toMatchObject({ outcome: 'duplicate', commit: { first: 2, answer: { id: 'm-1' } } });
    expect(await store.append(sampleAppend('projects/P-1', 2, 'c-3'))).toMatchObject({ outcome: 'committed' });
    expect((await store.read('projects/P-1')).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('asks for a majority and its journal, with a bound, and reads what a majority has', async () => {
    await store.append(sampleAppend('projects/P-1', 0, 'c-1'));
    await store.read('projects/P-1');
    const asked = wire.asked().toString('latin1');
    const insert = asked.slice(asked.indexOf('insert\0'));
    // Between a name and its text stand a type and a length.
    expect(insert).toMatch(/writeConcern\0[^]{5}w\0[^]{4}majority\0/);
    expect(insert).toContain('j\0\u0001');
    expect(insert).toMatch(/wtimeout\0/);
    expect(asked.slice(asked.indexOf('find\0'))).toMatch(/readConcern\0[^]{5}level\0[^]{4}majority\0/);
  });
});
