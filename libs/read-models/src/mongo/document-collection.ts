import type { Connection, mongo } from 'mongoose';
import type { CollectionSpec, DocumentFilter, DocumentQuery, FieldValue, StoredDocument } from '../port.js';
import { allOf, conditionsOf, pathOf, walksOf, type Condition } from './document-filter.js';

/** A document as it is kept: every declared field (null where it has none), the body as JSON text. */
export interface KeptDocument {
  readonly _id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly body: string;
  /** Which call wrote it last. */
  readonly by?: mongo.ObjectId;
}

const idsAtOnce = 1000;
const fieldName = /^[A-Za-z][\w-]*$/;

/** One declared collection. */
export class DocumentCollection {
  private readonly documents: mongo.Collection<KeptDocument>;

  constructor(
    private readonly connection: Connection,
    readonly spec: CollectionSpec,
    /** Name of the collection the documents are in. */
    readonly holds: string,
  ) {
    this.documents = connection.db!.collection<KeptDocument>(holds);
  }

  /** Makes it with its indexes; the id closes each, as it closes every order. */
  async create(): Promise<void> {
    const odd = Object.keys(this.spec.fields).find((field) => !fieldName.test(field));
    if (odd !== undefined) throw new Error(`${this.spec.name}: ${odd} cannot name a field`);
    const indexes = this.spec.indexes.map((fields) => ({
      key: Object.fromEntries([...fields.map((field) => [pathOf(this.spec, field), 1 as const]), ['_id', 1 as const]]),
    }));
    if (indexes.length > 0) await this.documents.createIndexes(indexes);
    // One that nothing was written to could not be dropped.
    else await this.connection.db!.createCollection(this.holds);
  }

  async drop(): Promise<void> {
    await this.documents.drop();
  }

  async get<T>(id: string): Promise<StoredDocument<T> | undefined> {
    const found = await this.documents.findOne({ _id: id });
    return found === null ? undefined : this.documentOf<T>(found);
  }

  async getMany<T>(ids: readonly string[]): Promise<StoredDocument<T>[]> {
    const found = new Map<string, StoredDocument<T>>();
    for (let from = 0; from < ids.length; from += idsAtOnce) {
      const some = this.documents.find({ _id: { $in: ids.slice(from, from + idsAtOnce) } });
      for await (const kept of some) found.set(kept._id, this.documentOf<T>(kept));
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  async query<T>(query: DocumentQuery): Promise<StoredDocument<T>[]> {
    const documents: StoredDocument<T>[] = [];
    for (const { where, sort } of walksOf(this.spec, query)) {
      const walk = this.documents.find(where as mongo.Filter<KeptDocument>).sort(sort);
      for await (const kept of walk.limit(query.limit - documents.length)) documents.push(this.documentOf<T>(kept));
      if (documents.length >= query.limit) break;
    }
    return documents;
  }

  async count(filter: DocumentFilter, upTo: number): Promise<number> {
    const where: Condition = allOf(conditionsOf(this.spec, filter));
    if (upTo < 1) return 0;
    return this.documents.countDocuments(where as mongo.Filter<KeptDocument>, { limit: upTo });
  }

  bulk(operations: readonly mongo.AnyBulkWriteOperation<KeptDocument>[]): Promise<mongo.BulkWriteResult> {
    return this.documents.bulkWrite(operations, { ordered: true });
  }

  /** Of these, the ids whose last writer was this call. */
  async writtenBy(call: mongo.ObjectId, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const mine = this.documents.find({ _id: { $in: [...ids] }, by: call }).project<{ _id: string }>({ _id: 1 });
    return new Set((await mine.toArray()).map(({ _id }) => _id));
  }

  /** Every declared field of a document; throws `UndeclaredField` for any other. */
  fieldsOf(fields: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
    for (const field of Object.keys(fields)) pathOf(this.spec, field);
    return Object.fromEntries(Object.keys(this.spec.fields).map((field) => [field, fields[field] ?? null]));
  }

  private documentOf<T>({ _id, version, fields, body }: KeptDocument): StoredDocument<T> {
    return { id: _id, version, fields: this.fieldsOf(fields), body: JSON.parse(body) as T };
  }
}
