import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReportingStore, ReadModelsUnavailable, type ReportingStore } from '@masar/read-models';
import { HistoryLog } from '../delivery/history-log.js';
import { DocumentsInUse } from './documents-in-use.js';

let store: ReportingStore;
beforeEach(async () => (store = await openReportingStore('sqlite::memory:')));
afterEach(() => store.close());

/** Documents that cannot be reached for the first so many questions. */
const awayFor = (questions: number): DocumentsInUse => {
  let left = questions;
  const models = new Proxy(store.readModels, {
    get: (target, name) => {
      if (name === 'pointer' && left-- > 0)
        return () => Promise.reject(new ReadModelsUnavailable('the connection was closed'));
      const held: unknown = Reflect.get(target, name);
      return typeof held === 'function' ? (held.bind(target) as unknown) : held;
    },
  });
  return new DocumentsInUse(models, new HistoryLog(store.readModels, store.history));
};

describe('who waits for a position while storage is away', () => {
  it('is answered once it is back', async () => {
    expect(await awayFor(2).reach('projects/P-1', 1, 500)).toEqual({ state: 'behind', missing: 1 });
  });

  it('is told that it is away when it stays so', async () => {
    await expect(awayFor(Infinity).reach('projects/P-1', 1, 50)).rejects.toMatchObject({ code: 'storage/unavailable' });
  });
});
