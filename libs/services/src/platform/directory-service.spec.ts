import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { event, type AnyRecordedEvent } from '@masar/contracts';
import { openEventStore, type EventStore } from '@masar/event-store';
import { StoreDirectory } from './directory-service.js';

const stream = 'calendars/EG';

describe('a directory whose streams others write to as well', () => {
  let store: EventStore;
  let directory: StoreDirectory;
  let recorded: readonly AnyRecordedEvent[];

  beforeEach(async () => {
    store = await openEventStore('sqlite::memory:');
    directory = new StoreDirectory(store, 'Africa/Cairo');
    await directory.load();
    for (const version of [0, 1, 2, 3])
      await store.append({
        stream,
        expectedVersion: version,
        events: [
          event('calendar.day-set.v1', {
            happenedOn: '2026-01-01',
            date: `2026-02-0${version + 1}`,
            off: true,
            reason: 'x',
          }),
        ],
        meta: {
          commandId: `c-${version}`,
          digest: `c-${version}`,
          actor: 'admin',
          correlationId: 'c',
          source: '/registry',
        },
      });
    recorded = await store.read(stream);
  });
  afterEach(() => store.close());

  const days = () => directory.facts().calendars[stream]?.days.map(({ date }) => date) ?? [];
  const all = ['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04'];

  it('reads what lies below its own commit, and takes nothing twice when the topics bring it', async () => {
    directory.learn(stream, [recorded[0]!]);
    expect(days()).toEqual(all.slice(0, 1));
    await directory.learn(stream, [recorded[3]!]);
    expect(days()).toEqual(all);
    for (const one of recorded) await directory.learn(stream, [one]);
    expect(days()).toEqual(all);
  });

  it('learns at once what follows on what it knows', () => {
    expect(directory.learn(stream, recorded.slice(0, 2))).toBeUndefined();
    expect(directory.learn(stream, recorded.slice(1, 3))).toBeUndefined();
    expect(days()).toEqual(all.slice(0, 3));
  });

  it('reads again what was recorded before it followed', async () => {
    await directory.readAgain();
    expect(days()).toEqual(all);
  });
});
