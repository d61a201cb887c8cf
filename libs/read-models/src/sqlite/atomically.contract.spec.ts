import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { sampleHistory } from '../contract/index.js';
import { openHistory, openReadModels, openReportingStore } from '../open.js';
import type { CollectionSpec, DocumentWrite } from '../port.js';
import type { ReportingStore } from '../reporting-store.js';

const facts: CollectionSpec = { name: 'facts@1', fields: {}, indexes: [] };
const put = (id: string, expected?: number): DocumentWrite => ({
  op: 'put',
  collection: facts.name,
  id,
  fields: {},
  body: {},
  ...(expected === undefined ? {} : { expected }),
});

describe('history, offset and documents in one transaction', () => {
  let folder: TemporaryFolder;
  let store: ReportingStore;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await openReportingStore(`sqlite:${folder.file('views.db')}`);
    await store.readModels.declare(facts);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  it('keeps all of it, seen inside at once and outside afterwards', async () => {
    const outside = await store.atomically!(async ({ readModels, history }) => {
      await history.insert('reporting', sampleHistory('projects/P-1', 2), 5);
      await readModels.write([put('projects/P-1', 0)]);
      expect(await history.read('projects/P-1')).toHaveLength(2);
      expect(await readModels.get(facts.name, 'projects/P-1')).toBeDefined();
      return store.history.offset('reporting');
    });
    expect(outside).toBe(0);
    expect(await store.history.offset('reporting')).toBe(5);
    expect(await store.readModels.get(facts.name, 'projects/P-1')).toMatchObject({ version: 1 });
  });

  it('keeps nothing of it when the work throws', async () => {
    const work = store.atomically!(async ({ readModels, history }) => {
      await readModels.declare({ ...facts, name: 'facts@2' });
      await history.insert('reporting', sampleHistory('projects/P-1', 2), 5);
      await readModels.write([put('projects/P-1', 0)]);
      throw new Error('power cut');
    });
    await expect(work).rejects.toThrow('power cut');
    expect(await store.history.offset('reporting')).toBe(0);
    expect(await store.history.read('projects/P-1')).toEqual([]);
    expect(await store.readModels.get(facts.name, 'projects/P-1')).toBeUndefined();
    expect(await store.readModels.collections()).toEqual(['facts@1']);
    await expect(store.readModels.get('facts@2', 'x')).rejects.toMatchObject({
      code: 'read-models/unknown-collection',
    });
  });

  it('undoes a batch with a conflict alone and lets the rest stand', async () => {
    await store.atomically!(async ({ readModels, history }) => {
      await history.insert('reporting', sampleHistory('projects/P-1', 1), 3);
      expect(await readModels.write([put('a', 0), put('b', 4)])).toEqual({ conflictAt: 1 });
    });
    expect(await store.history.offset('reporting')).toBe(3);
    expect(await store.readModels.get(facts.name, 'a')).toBeUndefined();
  });

  it('makes other writers wait', async () => {
    const order: string[] = [];
    const atomic = store.atomically!(async ({ readModels }) => {
      await readModels.write([put('a')]);
      await readModels.write([put('a')]);
      order.push('atomic');
    });
    const other = store.readModels.write([put('a', 2)]).then((answer) => order.push(`other ${JSON.stringify(answer)}`));
    await Promise.all([atomic, other]);
    expect(order).toEqual(['atomic', 'other {}']);
  });

  it('is open for reading beside, and not for writing', async () => {
    await store.readModels.write([put('a')]);
    await store.history.insert('reporting', sampleHistory('projects/P-1', 1), 3);
    const url = `sqlite:${folder.file('views.db')}`;
    const models = await openReadModels(url, { readOnly: true });
    const history = await openHistory(url, { readOnly: true });
    expect(await models.get(facts.name, 'a')).toBeDefined();
    expect(await history.offset('reporting')).toBe(3);
    await expect(models.write([put('b')])).rejects.toThrow('reading only');
    await models.close();
    await history.close();
  });

  it('says which schemes it opens', async () => {
    await expect(openReadModels('postgres://x')).rejects.toThrow('no adapter for postgres');
    await expect(openReadModels(`sqlite:${folder.file('none.db')}`, { readOnly: true })).rejects.toMatchObject({
      code: 'storage/unavailable',
    });
  });
});
