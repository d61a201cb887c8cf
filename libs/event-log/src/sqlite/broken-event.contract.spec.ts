import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEventStore, type EventStore } from '@masar/event-store';
import { sampleAppend } from '@masar/event-store/contract';
import { temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { openEventLog } from '../open.js';

describe('an event changed behind the back of the store', () => {
  let folder: TemporaryFolder;
  let url: string;
  let store: EventStore;

  beforeEach(async () => {
    folder = temporaryFolder();
    url = `sqlite:${folder.file('truth.db')}`;
    store = await openEventStore(url);
    await store.append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 3 }));
    await store.append(sampleAppend('projects/P-2', 0, 'c-1'));
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  const change = (from: string, to: string) => {
    const database = new DatabaseSync(folder.file('truth.db'));
    database.prepare("UPDATE commits SET texts = replace(texts, ?, ?) WHERE stream = 'projects/P-1'").run(from, to);
    database.close();
  };

  it.each([
    ['تقدير 2', 'تقدير 9', 'hash-mismatch'],
    ['"version":2}', '"version":2 }', 'hash-mismatch'],
    ['"version":2}', '"version":2', 'not-json'],
  ])('is told of with its place, and the other streams go on (%s)', async (from, to, breakage) => {
    change(from, to);
    const log = await openEventLog(url);
    const page = await log.read(0, 10);
    expect(page.broken).toEqual([{ offset: 1, stream: 'projects/P-1', version: 2, breakage }]);
    expect(page.events.map(({ event }) => `${event.stream}@${event.version}`)).toEqual([
      'projects/P-1@1',
      'projects/P-2@1',
    ]);
    expect(page.next).toBe(2);
    await expect(store.read('projects/P-1')).rejects.toMatchObject({
      code: 'event/broken',
      position: 'projects/P-1@2',
      breakage,
    });
    expect(await store.read('projects/P-2')).toHaveLength(1);
    await log.close();
  });
});
