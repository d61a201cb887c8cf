import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReportingStore, type DocumentWrite, type ReportingStore } from '@masar/read-models';
import { PageInHand } from './page-in-hand.js';
import { WrittenByAnother } from './written-by-another.js';

const [collection, documents] = ['page-in-hand@1', 'documents@1'];
const put = (id: string, expected?: number): DocumentWrite => ({
  ...{ op: 'put', collection: documents, id, fields: {}, body: { id } },
  ...(expected === undefined ? {} : { expected }),
});
/** The last one, checked, tells that all are made. */
const page = [put('a'), put('b', 0), put('c'), put('state', 0)];

describe('a page in hand', () => {
  let store: ReportingStore;
  beforeEach(async () => {
    store = await openReportingStore('sqlite::memory:');
    for (const name of [collection, documents]) await store.readModels.declare({ name, fields: {}, indexes: [] });
  });
  afterEach(() => store.close());

  const open = async (part?: number) => {
    const inHand = new PageInHand(store.readModels, collection, part);
    return { inHand, finished: await inHand.finish() };
  };
  const held = async (of: string) => (await store.readModels.query(of, { limit: 100 })).map(({ id }) => id);

  it.each([undefined, 10])('of which nothing was written is written by who comes next (parts of %s)', async (part) => {
    await (await open(part)).inHand.keep(page);
    expect((await open(part)).finished).toEqual(page);
    expect(await held(documents)).toEqual(['a', 'b', 'c', 'state']);
    expect(await held(collection)).toEqual(['page']);
  });

  it('of which a part was written is written on; once all is, never again', async () => {
    await (await open()).inHand.keep(page);
    await store.readModels.write(page.slice(0, 2));
    expect((await open()).finished).toEqual(page);
    expect(await store.readModels.get(documents, 'b')).toMatchObject({ version: 1 });
    expect((await open()).finished).toEqual([]);
    expect(await store.readModels.get(documents, 'a')).toMatchObject({ version: 2 });
  });

  it('is kept by one of two who hold themselves for the writer', async () => {
    const [one, other] = [await open(), await open()];
    await one.inHand.keep(page);
    await expect(other.inHand.keep(page)).rejects.toThrow(WrittenByAnother);
  });

  it('leaves no parts behind, neither of pages that were written nor of one that was never kept', async () => {
    const { inHand } = await open(10);
    await inHand.keep(page);
    await store.readModels.write(page);
    await inHand.keep([put('state', 1)]);
    expect(await held(collection)).toEqual(['page']);
    await store.readModels.write([{ op: 'put', collection, id: 'left-0', fields: {}, body: { writes: [put('d')] } }]);
    const next = await open();
    expect(await held(collection)).toEqual(['page']);
    await expect(inHand.keep(page)).rejects.toThrow(WrittenByAnother);
    expect(await held(documents)).not.toContain('d');
    expect(next.finished).toEqual([put('state', 1)]);
  });
});
