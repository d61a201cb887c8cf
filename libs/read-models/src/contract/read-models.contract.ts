import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportingStore } from '../reporting-store.js';
import type { CollectionSpec, DocumentQuery, DocumentWrite, FieldValue, ReadModels } from '../port.js';

/** `open` again gives another handle on the same documents, as another thread would have. */
export interface ReportingSubject {
  open(): Promise<ReportingStore>;
  remove(): Promise<void>;
}

const rows: CollectionSpec = {
  name: 'portfolio-rows@1',
  fields: { owner: 'text', slip: 'number', status: 'text' },
  indexes: [['owner', 'slip'], ['slip'], ['status']],
};

const put = (id: string, fields: Record<string, FieldValue>, expected?: number): DocumentWrite => ({
  op: 'put',
  collection: rows.name,
  id,
  fields,
  body: { id, ...fields },
  ...(expected === undefined ? {} : { expected }),
});

const comparesAndSets = (models: () => ReadModels): void => {
  it('keeps a document with its fields and body, and counts its versions', async () => {
    await models().write([put('P-1', { owner: 'education', slip: 3 })]);
    const fields = { owner: 'education', slip: 3, status: null };
    expect(await models().get(rows.name, 'P-1')).toEqual({
      id: 'P-1',
      version: 1,
      fields,
      body: { id: 'P-1', owner: 'education', slip: 3 },
    });
    await models().write([put('P-1', { owner: 'health' })]);
    expect(await models().get(rows.name, 'P-1')).toMatchObject({ version: 2, fields: { owner: 'health', slip: null } });
    expect(await models().get(rows.name, 'none')).toBeUndefined();
    await models().write([{ op: 'delete', collection: rows.name, id: 'P-1' }]);
    expect(await models().get(rows.name, 'P-1')).toBeUndefined();
  });

  it('writes only on the version expected, and says where it did not hold', async () => {
    expect(await models().write([put('P-1', {}, 0)])).toEqual({});
    expect(await models().write([put('P-2', {}, 0), put('P-1', {}, 0)])).toEqual({ conflictAt: 1 });
    expect(await models().write([put('P-1', {}, 1)])).toEqual({});
    expect(await models().write([put('P-1', {}, 1)])).toEqual({ conflictAt: 0 });
    expect(await models().write([put('none', {}, 1)])).toEqual({ conflictAt: 0 });
    expect(await models().get(rows.name, 'P-1')).toMatchObject({ version: 2 });
  });

  it('writes nothing that stands behind a conflict', async () => {
    const writes = [put('before', {}), put('P-1', {}, 5), put('behind', {}), put('last', {}, 0)];
    expect(await models().write(writes)).toEqual({ conflictAt: 1 });
    expect(await models().get(rows.name, 'P-1')).toBeUndefined();
    expect(await models().getMany(rows.name, ['behind', 'last'])).toEqual([]);
  });

  it('compares each of two writes of one document with what the one before it left', async () => {
    expect(await models().write([put('P-1', { slip: 1 }, 0), put('P-1', { slip: 2 }, 1)])).toEqual({});
    expect(await models().get(rows.name, 'P-1')).toMatchObject({ version: 2, fields: { slip: 2 } });
    expect(await models().write([put('P-2', {}, 0), put('P-2', {}, 0)])).toEqual({ conflictAt: 1 });
  });

  it('writes nothing at all when one of the writes names what is not there', async () => {
    const undeclared = models().write([put('P-1', {}), put('P-2', { colour: 'red' })]);
    await expect(undeclared).rejects.toMatchObject({ code: 'read-models/undeclared-field' });
    const unknown = models().write([put('P-1', {}), { op: 'delete', collection: 'never', id: 'x' }]);
    await expect(unknown).rejects.toMatchObject({ code: 'read-models/unknown-collection', collection: 'never' });
    expect(await models().get(rows.name, 'P-1')).toBeUndefined();
  });

  it('takes every overwrite of one document, however many come at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, slip) => models().write([put('P-1', { slip }), put('P-2', {})])));
    expect(await models().getMany(rows.name, ['P-1', 'P-2'])).toMatchObject([{ version: 12 }, { version: 12 }]);
  });

  it('lets one of many racers win each version', async () => {
    await models().write([put('P-1', {}, 0)]);
    const racers = Array.from({ length: 20 }, (_, racer) => models().write([put('P-1', { slip: racer }, 1)]));
    const won = (await Promise.all(racers)).filter((answer) => answer.conflictAt === undefined);
    expect(won).toHaveLength(1);
  });

  it('gives many at once, in the order asked', async () => {
    await models().write([put('a', {}), put('b', {}), put('c', {})]);
    expect((await models().getMany(rows.name, ['c', 'none', 'a'])).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(await models().getMany(rows.name, [])).toEqual([]);
  });
};

/** Five with a slip, two without; `d` and `e` tie. */
const seven: readonly (readonly [string, string, number | null])[] = [
  ['a', 'education', 5],
  ['b', 'education', -2],
  ['c', 'health', null],
  ['d', 'health', 7],
  ['e', 'education', 7],
  ['f', 'finance', 0],
  ['g', 'finance', null],
];

const answersQueries = (models: () => ReadModels): void => {
  const ids = async (query: Omit<DocumentQuery, 'limit'> & { limit?: number }) =>
    (await models().query(rows.name, { limit: 100, ...query })).map(({ id }) => id).join('');

  beforeEach(async () => {
    await models().write(seven.map(([id, owner, slip]) => put(id, { owner, slip })));
  });

  it('finds by equality, lists and missing values', async () => {
    expect(await ids({ equal: { owner: 'education' } })).toBe('abe');
    expect(await ids({ equal: { owner: ['finance', 'health'] } })).toBe('cdfg');
    expect(await ids({ equal: { slip: null } })).toBe('cg');
    expect(await ids({ equal: { slip: [null, 7] } })).toBe('cdeg');
    expect(await ids({ equal: { owner: [] } })).toBe('');
    expect(await ids({ equal: { owner: 'education', slip: 7 } })).toBe('e');
  });

  it('finds by ranges, open and closed, never a missing value', async () => {
    expect(await ids({ range: { slip: { from: 0, to: 5 } } })).toBe('af');
    expect(await ids({ range: { slip: { above: 0, below: 7 } } })).toBe('a');
    expect(await ids({ range: { slip: { below: 100 } } })).toBe('abdef');
    expect(await ids({ range: { slip: { from: null } } })).toBe('');
    expect(await ids({ range: { owner: { from: 'f' } }, equal: { slip: null } })).toBe('cg');
  });

  it('sorts by one field, ties by id, missing values first, or last when descending', async () => {
    expect(await ids({ sort: { field: 'slip' } })).toBe('cgbfade');
    expect(await ids({ sort: { field: 'slip', descending: true } })).toBe('edafbgc');
    expect(await ids({})).toBe('abcdefg');
  });

  it.each([
    [undefined, 'abcdefg'],
    [{ field: 'slip' }, 'cgbfade'],
    [{ field: 'slip', descending: true }, 'edafbgc'],
  ])('goes on after any place, whatever the page (%j)', async (sort, order) => {
    for (const limit of [1, 2, 3, 7]) {
      let seen = '';
      let after: DocumentQuery['after'];
      for (;;) {
        const page = await models().query(rows.name, { limit, ...(sort && { sort }), ...(after && { after }) });
        seen += page.map(({ id }) => id).join('');
        const last = page.at(-1);
        if (last === undefined) break;
        after = { id: last.id, value: sort === undefined ? null : last.fields[sort.field]! };
      }
      expect(seen).toBe(order);
    }
  });

  it('counts up to a bound', async () => {
    expect(await models().count(rows.name, {}, 100)).toBe(7);
    expect(await models().count(rows.name, {}, 3)).toBe(3);
    expect(await models().count(rows.name, { equal: { owner: 'education' }, range: { slip: { above: 0 } } }, 100)).toBe(
      2,
    );
  });

  it('refuses fields that were not declared and pages without bound', async () => {
    await expect(ids({ equal: { colour: 'red' } })).rejects.toMatchObject({ code: 'read-models/undeclared-field' });
    await expect(ids({ sort: { field: 'colour' } })).rejects.toMatchObject({ code: 'read-models/undeclared-field' });
    await expect(models().write([put('x', { colour: 'red' })])).rejects.toMatchObject({ field: 'colour' });
    await expect(ids({ limit: 0 })).rejects.toThrow(RangeError);
    await expect(ids({ limit: 10_001 })).rejects.toThrow(RangeError);
  });
};

const keepsVersions = (models: () => ReadModels, again: () => Promise<ReportingStore>): void => {
  it('takes the same declaration twice and refuses another one', async () => {
    await models().declare(rows);
    await expect(models().declare({ ...rows, indexes: [] })).rejects.toThrow(/new version/);
    expect(await models().collections()).toEqual([rows.name]);
  });

  it('knows nothing of a collection that was dropped', async () => {
    const other = await again();
    await models().write([put('P-1', {})]);
    expect(await other.readModels.get(rows.name, 'P-1')).toBeDefined();
    await models().drop(rows.name);
    for (const reader of [models(), other.readModels]) {
      const gone = reader.query(rows.name, { limit: 1 });
      await expect(gone).rejects.toMatchObject({ code: 'read-models/unknown-collection', collection: rows.name });
    }
    await expect(models().get('never', 'x')).rejects.toMatchObject({ code: 'read-models/unknown-collection' });
    await other.close();
  });

  it('starts empty when a dropped name is declared again, whoever knew it before', async () => {
    const other = await again();
    await models().write([put('P-1', {})]);
    expect(await other.readModels.get(rows.name, 'P-1')).toBeDefined();
    await models().drop(rows.name);
    await expect(other.readModels.write([put('P-2', {})])).rejects.toMatchObject({
      code: 'read-models/unknown-collection',
    });
    await models().declare(rows);
    expect(await other.readModels.get(rows.name, 'P-1')).toBeUndefined();
    await models().write([put('P-3', {})]);
    expect((await other.readModels.query(rows.name, { limit: 9 })).map(({ id }) => id)).toEqual(['P-3']);
    await other.close();
  });

  it.each([
    ['with what it is asked by', rows],
    ['asked by nothing but its ids', { fields: {}, indexes: [] }],
  ])('is declared by several at once, %s', async (_, shape) => {
    const other = await again();
    const spec = { ...shape, name: 'portfolio-rows@2' };
    await Promise.all([models(), other.readModels, models()].map((one) => one.declare(spec)));
    await other.readModels.write([{ op: 'put', collection: spec.name, id: 'P-1', fields: {}, body: {} }]);
    expect(await models().get(spec.name, 'P-1')).toBeDefined();
    await other.close();
  });

  it('switches a pointer only from what it was', async () => {
    expect(await models().pointer('portfolio-rows')).toBeUndefined();
    expect(await models().switchPointer('portfolio-rows', undefined, 'portfolio-rows@1')).toBe(true);
    expect(await models().switchPointer('portfolio-rows', undefined, 'portfolio-rows@3')).toBe(false);
    const both = ['portfolio-rows@2', 'portfolio-rows@3'].map((to) =>
      models().switchPointer('portfolio-rows', 'portfolio-rows@1', to),
    );
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
  });
};

/** What every adapter of the read models must do. */
export const readModelsContract = (name: string, make: () => ReportingSubject): void => {
  describe(`read models: ${name}`, () => {
    let subject: ReportingSubject;
    let store: ReportingStore;
    const models = () => store.readModels;
    beforeEach(async () => {
      subject = make();
      store = await subject.open();
      await store.readModels.declare(rows);
    });
    afterEach(async () => {
      await store.close();
      await subject.remove();
    });
    describe('compare and set', () => comparesAndSets(models));
    describe('queries', () => answersQueries(models));
    describe('versions', () => keepsVersions(models, () => subject.open()));
  });
};
