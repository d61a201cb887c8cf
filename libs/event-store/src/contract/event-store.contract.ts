import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { genesisHash } from '@masar/contracts';
import { InvalidEvent } from '../faults.js';
import type { EventStore, EventStoreOptions } from '../port.js';
import { sampleAppend } from './sample-events.js';

/** How a suite comes by stores: `open` again on the same subject finds what was committed before, where it is durable. */
export interface EventStoreSubject {
  open(options?: EventStoreOptions): Promise<EventStore>;
  remove(): Promise<void>;
}

const appendsInOrder = (store: () => EventStore): void => {
  it('gives versions from 1 and chains the hashes', async () => {
    const first = await store().append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 2 }));
    const second = await store().append(sampleAppend('projects/P-1', 2, 'c-2'));
    expect(first.outcome).toBe('committed');
    expect(second.outcome).toBe('committed');
    const events = await store().read('projects/P-1');
    expect(events.map((event) => event.version)).toEqual([1, 2, 3]);
    expect(events[0]!.prevhash).toBe(genesisHash);
    expect(events[1]!.prevhash).toBe(events[0]!.hash);
    expect(events[2]!.prevhash).toBe(events[1]!.hash);
    expect(new Set(events.map((event) => event.hash)).size).toBe(3);
  });

  it('answers the very events that reading gives', async () => {
    const result = await store().append(
      sampleAppend('laws/L-1', 0, 'c-1', { facts: 3, onBehalfOf: 'minister', causationId: 'x' }),
    );
    if (result.outcome !== 'committed') throw new Error(result.outcome);
    expect(await store().read('laws/L-1')).toEqual(result.events);
    expect(result.events[0]).toMatchObject({
      actor: 'lead',
      onBehalfOf: 'minister',
      causationId: 'x',
      partitionKey: 'laws/L-1',
    });
  });

  it('reads a part of a stream, also from within a commit', async () => {
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 4 }));
    await store().append(sampleAppend('projects/P-1', 4, 'c-2', { facts: 3 }));
    const versions = async (after: number, limit: number) =>
      (await store().read('projects/P-1', after, limit)).map((event) => event.version);
    expect(await versions(2, 3)).toEqual([3, 4, 5]);
    expect(await versions(4, 10)).toEqual([5, 6, 7]);
    expect(await versions(7, 10)).toEqual([]);
    expect(await store().read('projects/none')).toEqual([]);
  });

  it('knows heads and lists streams of a collection in order', async () => {
    for (const stream of ['projects/b', 'laws/a', 'projects/a', 'projects/c'] as const)
      await store().append(sampleAppend(stream, 0, 'c-1'));
    expect(await store().streams('projects/')).toEqual(['projects/a', 'projects/b', 'projects/c']);
    expect(await store().streams('projects/', 'projects/a', 1)).toEqual(['projects/b']);
    const [last] = await store().read('laws/a');
    expect(await store().head('laws/a')).toMatchObject({ version: 1, hash: last!.hash, recordedAt: last!.recordedAt });
    expect(await store().head('laws/none')).toBeUndefined();
  });
};

const refusesWhatDoesNotFit = (store: () => EventStore): void => {
  it('tells of a conflict, with the head as it is, and writes nothing', async () => {
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 2 }));
    for (const expected of [0, 1, 3]) {
      const result = await store().append(sampleAppend('projects/P-1', expected, `c-late-${expected}`));
      expect(result).toMatchObject({ outcome: 'conflict', head: { version: 2 } });
    }
    expect(await store().read('projects/P-1')).toHaveLength(2);
    expect(await store().append(sampleAppend('projects/P-2', 1, 'c-1'))).toEqual({
      outcome: 'conflict',
      head: undefined,
    });
  });

  it('calls a resend a duplicate before it calls it a conflict, whatever version it names', async () => {
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', { answer: { id: 'm-1' } }));
    for (const expected of [0, 1]) {
      const again = await store().append(sampleAppend('projects/P-1', expected, 'c-1'));
      expect(again).toMatchObject({ outcome: 'duplicate', commit: { first: 1, last: 1, answer: { id: 'm-1' } } });
    }
    expect(await store().read('projects/P-1')).toHaveLength(1);
  });

  it('finds a commit by its command, with digest and answer', async () => {
    await store().append(
      sampleAppend('projects/P-1', 0, 'c-1', { facts: 2, answer: { id: 'w-1', deep: { list: [1, 'ب'] } } }),
    );
    expect(await store().find('projects/P-1', 'c-1')).toMatchObject({
      first: 1,
      last: 2,
      digest: 'digest of c-1',
      answer: { id: 'w-1', deep: { list: [1, 'ب'] } },
    });
    expect(await store().find('projects/P-1', 'c-2')).toBeUndefined();
    expect(await store().find('projects/P-2', 'c-1')).toBeUndefined();
  });

  it('takes no event that breaks the catalogue', async () => {
    const request = sampleAppend('projects/P-1', 0, 'c-1');
    const broken = { ...request, events: [{ type: 'milestone.started.v1', data: { happenedOn: 'soon' } }] };
    await expect(store().append(broken as never)).rejects.toThrow(InvalidEvent);
    await expect(store().append({ ...request, events: [] })).rejects.toThrow(InvalidEvent);
    expect(await store().head('projects/P-1')).toBeUndefined();
  });
};

const keepsTimes = (store: () => EventStore): void => {
  it('records by its clock and never before the last of the stream', async () => {
    store().setClock({ kind: 'fixed', at: '2026-03-01T09:00:00.000Z' });
    await store().append(sampleAppend('projects/P-1', 0, 'c-1'));
    store().setClock({ kind: 'fixed', at: '2026-02-01T09:00:00.000Z' });
    await store().append(sampleAppend('projects/P-1', 1, 'c-2'));
    await store().append(sampleAppend('projects/P-2', 0, 'c-3'));
    const recorded = (await store().read('projects/P-1')).map((event) => event.recordedAt);
    expect(recorded).toEqual(['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z']);
    expect((await store().head('projects/P-2'))!.recordedAt).toBe('2026-02-01T09:00:00.000Z');
    expect(store().now()).toBe('2026-02-01T09:00:00.000Z');
  });

  it('knows a fact when it is recorded, or at the date of a dated source, and refuses an older source', async () => {
    store().setClock({ kind: 'fixed', at: '2026-03-01T09:00:00.000Z' });
    const known = (at: string) => ({ knownAt: at });
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', known('2021-03-31T21:59:59.999Z')));
    expect(
      await store().append(sampleAppend('projects/P-1', 1, 'c-2', known('2020-03-31T21:59:59.999Z'))),
    ).toMatchObject({
      outcome: 'older-than-known',
      head: { knownAt: '2021-03-31T21:59:59.999Z' },
    });
    await store().append(sampleAppend('projects/P-1', 1, 'c-3', known('2026-03-01T21:59:59.999Z')));
    await store().append(sampleAppend('projects/P-1', 2, 'c-4'));
    const events = await store().read('projects/P-1');
    expect(events.map((event) => event.knownAt)).toEqual([
      '2021-03-31T21:59:59.999Z',
      '2026-03-01T21:59:59.999Z',
      '2026-03-01T21:59:59.999Z',
    ]);
    expect(events.map((event) => event.recordedAt)).toEqual(Array(3).fill('2026-03-01T09:00:00.000Z'));
  });
};

const standsCrowds = (store: () => EventStore): void => {
  it('lets one of many win each version, at once', async () => {
    const racers = Array.from({ length: 32 }, (_, racer) =>
      store().append(sampleAppend('projects/P-1', 0, `c-${racer}`)),
    );
    const outcomes = (await Promise.all(racers)).map((result) => result.outcome);
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(31);
    expect(await store().read('projects/P-1')).toHaveLength(1);
  });

  it('commits a command sent many times at once only once', async () => {
    const twins = Array.from({ length: 16 }, () => store().append(sampleAppend('projects/P-1', 0, 'c-1')));
    const outcomes = (await Promise.all(twins)).map((result) => result.outcome).sort();
    expect(outcomes).toEqual(['committed', ...Array(15).fill('duplicate')]);
  });

  it('takes many streams at once, each in its own order', async () => {
    const streams = Array.from({ length: 40 }, (_, index) => `projects/P-${index}` as const);
    await Promise.all(
      streams.map(async (stream) => {
        for (let version = 0; version < 5; version += 1)
          await store().append(sampleAppend(stream, version, `c-${version}`));
      }),
    );
    for (const stream of streams)
      expect((await store().read(stream)).map((event) => event.version)).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps snapshots by decider and version, the last one put', async () => {
    const state = { open: new Map([['m-1', new Set(['a'])]]) };
    await store().snapshots.put('projects/P-1', 'initiative@1', 500, { old: true });
    await store().snapshots.put('projects/P-1', 'initiative@1', 1000, state);
    expect(await store().snapshots.get('projects/P-1', 'initiative@1')).toEqual({ version: 1000, state });
    expect(await store().snapshots.get('projects/P-1', 'initiative@2')).toBeUndefined();
  });
};

const survivesRestart = (
  open: EventStoreSubject['open'],
  store: () => EventStore,
  replace: (store: EventStore) => void,
): void => {
  it('has everything after a restart: events, heads, resends, epoch', async () => {
    const epoch = await store().epoch();
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 2, answer: { id: 'm-1' } }));
    const before = await store().read('projects/P-1');
    await store().close();
    replace(await open());
    expect(await store().read('projects/P-1')).toEqual(before);
    expect(await store().epoch()).toBe(epoch);
    expect(await store().append(sampleAppend('projects/P-1', 2, 'c-1'))).toMatchObject({ outcome: 'duplicate' });
    expect(await store().append(sampleAppend('projects/P-1', 2, 'c-2'))).toMatchObject({ outcome: 'committed' });
  });
};

/** What every event store must do. An adapter's own spec hands in how it is opened, and whether it survives `close`. */
export const eventStoreContract = (name: string, durable: boolean, make: () => EventStoreSubject): void => {
  describe(`event store: ${name}`, () => {
    let subject: EventStoreSubject;
    let current: EventStore;
    const store = () => current;
    beforeEach(async () => {
      subject = make();
      current = await subject.open();
    });
    afterEach(async () => {
      await current.close();
      await subject.remove();
    });
    appendsInOrder(store);
    refusesWhatDoesNotFit(store);
    keepsTimes(store);
    standsCrowds(store);
    if (durable)
      survivesRestart(
        (options) => subject.open(options),
        store,
        (opened) => (current = opened),
      );
  });
};
