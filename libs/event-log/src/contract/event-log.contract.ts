import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@masar/event-store';
import { sampleAppend } from '@masar/event-store/contract';
import type { EventLog } from '../port.js';

/** A store and the log that delivers what it commits. `openLog` again gives a second, independent reader. */
export interface EventLogSubject {
  openStore(): Promise<EventStore>;
  openLog(): Promise<EventLog>;
  remove(): Promise<void>;
}

const within = <T>(promise: Promise<T>, ms = 5000): Promise<T> =>
  Promise.race([
    promise,
    new Promise<T>((_, reject) => setTimeout(() => reject(new Error(`nothing within ${ms} ms`)), ms).unref()),
  ]);

/** Reads to the end in pages, as a consumer does. */
const drain = async (log: EventLog, from = 0, limit = 3) => {
  const seen: { offset: number; position: string; hash: string }[] = [];
  for (let offset = from; ;) {
    const { events, next } = await log.read(offset, limit);
    for (const one of events)
      seen.push({ offset: one.offset, position: `${one.event.stream}@${one.event.version}`, hash: one.event.hash });
    if (next === offset) return { seen, next };
    offset = next;
  }
};

const delivers = (store: () => EventStore, log: () => EventLog): void => {
  it('delivers every commit, each stream in order, in pages that never split a commit', async () => {
    for (let round = 0; round < 4; round += 1)
      for (const stream of ['projects/P-1', 'laws/L-1'] as const)
        await store().append(sampleAppend(stream, round * 2, `c-${round}`, { facts: 2 }));
    const { seen, next } = await drain(log());
    expect(seen).toHaveLength(16);
    for (const stream of ['projects/P-1', 'laws/L-1'])
      expect(seen.filter((one) => one.position.startsWith(`${stream}@`)).map((one) => one.position)).toEqual(
        Array.from({ length: 8 }, (_, index) => `${stream}@${index + 1}`),
      );
    expect(seen.map((one) => one.offset)).toEqual([...seen.map((one) => one.offset)].sort((a, b) => a - b));
    expect(next).toBe(await log().end());
    const first = await log().read(0, 1);
    expect(first.events).toHaveLength(2);
    expect(first.broken).toEqual([]);
  });

  it('goes on from an offset and stays there when nothing is new', async () => {
    expect(await log().read(0, 10)).toEqual({ events: [], broken: [], next: 0 });
    await store().append(sampleAppend('projects/P-1', 0, 'c-1'));
    const { next } = await log().read(0, 10);
    expect(await log().read(next, 10)).toEqual({ events: [], broken: [], next });
    await store().append(sampleAppend('projects/P-1', 1, 'c-2'));
    expect((await log().read(next, 10)).events.map(({ event }) => event.version)).toEqual([2]);
  });

  it('gives the very events of the store', async () => {
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 3 }));
    expect((await log().read(0, 10)).events.map(({ event }) => event)).toEqual(await store().read('projects/P-1'));
    expect(await log().epoch()).toBe(await store().epoch());
  });

  it('gives one stream again from any version', async () => {
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 3 }));
    await store().append(sampleAppend('projects/P-2', 0, 'c-1'));
    await store().append(sampleAppend('projects/P-1', 3, 'c-2', { facts: 2 }));
    const { events } = await log().readStream('projects/P-1', 1, 100);
    expect(events.map(({ event }) => event.version)).toEqual([2, 3, 4, 5]);
  });
};

const hints = (store: () => EventStore, log: () => EventLog): void => {
  it('says soon that something was appended, until it is told to stop', async () => {
    let stop = () => undefined as void;
    await within(
      new Promise<void>((resolve) => {
        stop = log().onAppended(resolve);
        void store().append(sampleAppend('projects/P-1', 0, 'c-1'));
      }),
    );
    stop();
    let called = 0;
    log().onAppended(() => (called += 1))();
    await store().append(sampleAppend('projects/P-1', 1, 'c-2'));
    expect(called).toBe(0);
  });

  it('shows exactly what was acknowledged, once each, after a crowd of writers', async () => {
    const acknowledged = new Set<string>();
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        await store().append(sampleAppend(`projects/P-${index}`, 0, 'c-1'));
        acknowledged.add(`projects/P-${index}@1`);
      }),
    );
    const { seen } = await drain(log());
    expect(seen.map((one) => one.position).sort()).toEqual([...acknowledged].sort());
  });
};

/** What every log must do. */
export const eventLogContract = (name: string, make: () => EventLogSubject): void => {
  describe(`event log: ${name}`, () => {
    let subject: EventLogSubject;
    let store: EventStore;
    let log: EventLog;
    beforeEach(async () => {
      subject = make();
      store = await subject.openStore();
      log = await subject.openLog();
    });
    afterEach(async () => {
      await log.close();
      await store.close();
      await subject.remove();
    });
    delivers(
      () => store,
      () => log,
    );
    hints(
      () => store,
      () => log,
    );
    it('serves several readers, each at its own place', async () => {
      await store.append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 2 }));
      const other = await subject.openLog();
      expect((await drain(other)).seen).toEqual((await drain(log)).seen);
      await other.close();
    });
  });
};
