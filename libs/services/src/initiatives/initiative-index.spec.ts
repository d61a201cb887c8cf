import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent } from '@masar/contracts';
import { openEventStore, type EventStore } from '@masar/event-store';
import { CommandBus } from '../platform/command-bus.js';
import { InitiativeIndex } from './initiative-index.js';

const stream = 'projects/P-1';
const recorded = (type: string, version: number, data: Record<string, unknown>) =>
  ({ type, version, stream, data }) as unknown as AnyRecordedEvent;
const registered = recorded('initiative.registered.v1', 1, { owner: 'works', source: { system: 'books', id: '7' } });
const toHealth = recorded('initiative.owner-changed.v1', 4, { to: 'health' });
const toSchools = recorded('initiative.owner-changed.v1', 6, { to: 'schools' });

/** An index that has been read from an empty store. */
const indexed = async (store: EventStore) => {
  const bus = new CommandBus();
  const index = new InitiativeIndex('projects', store, bus);
  await index.ids({});
  return { index, bus };
};

describe('an index of initiatives that hears of commits twice and in another order than they were made', () => {
  it.each([
    ['as they were made', [registered, toHealth, toSchools]],
    ['and its own before what lies below it', [toSchools, registered, toHealth]],
    ['and everything again by the topics', [registered, toHealth, toSchools, registered, toHealth, toSchools]],
    ['and the registration last', [toHealth, toSchools, registered]],
  ])('%s: the owner that was named last has it, under its source', async (_, events) => {
    const store = await openEventStore('sqlite::memory:');
    const { index, bus } = await indexed(store);
    for (const event of events) {
      bus.committed(stream, [event]);
      await bus.recollections.recorded(stream, [event]);
    }
    expect(await index.ids({ owner: 'schools', source: 'books:7' })).toEqual(['P-1']);
    expect(await index.ids({ owner: 'works' })).toEqual([]);
    expect(await index.ids({ owner: 'health' })).toEqual([]);
    await store.close();
  });

  it('reads again with the next list, and a list that failed is no list for good', async () => {
    const store = await openEventStore('sqlite::memory:');
    const { index, bus } = await indexed(store);
    const streams = store.streams.bind(store);
    await bus.recollections.readAgain();
    store.streams = () => Promise.reject(new Error('the store is away'));
    await expect(index.ids({})).rejects.toThrow('away');
    store.streams = streams;
    expect(await index.ids({})).toEqual([]);
    await store.close();
  });
});
