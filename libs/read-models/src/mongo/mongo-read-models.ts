import { isDeepStrictEqual } from 'node:util';
import { isDuplicateKey } from '@masar/mongo';
import type {
  CollectionSpec,
  DocumentFilter,
  DocumentQuery,
  DocumentWrite,
  ReadModels,
  StoredDocument,
  WriteAnswer,
} from '../port.js';
import { Declarations } from './declarations.js';
import type { DocumentCollection } from './document-collection.js';
import { writeInOrder } from './ordered-writes.js';
import type { ViewsServer } from './views-server.js';

const isEmpty = (found: readonly unknown[]): boolean => found.length === 0;

/** Documents in MongoDB: each its own compare-and-set, none in a transaction. */
export class MongoReadModels implements ReadModels {
  readonly writesAllOrNone = false;
  private readonly declarations: Declarations;

  constructor(private readonly server: ViewsServer) {
    this.declarations = new Declarations(server);
  }

  async declare(spec: CollectionSpec): Promise<void> {
    const declared = await this.server.change(() => this.declarations.declare(spec));
    const { fields, indexes } = declared.spec;
    if (!isDeepStrictEqual([fields, indexes], [spec.fields, spec.indexes]))
      throw new Error(`${spec.name} is declared otherwise already: a change is a new version of it`);
  }

  get<T>(collection: string, id: string): Promise<StoredDocument<T> | undefined> {
    return this.ask(
      collection,
      (documents) => documents.get<T>(id).then((found) => found ?? null),
      (found) => found === null,
    ).then((found) => found ?? undefined);
  }

  async getMany<T>(collection: string, ids: readonly string[]): Promise<readonly StoredDocument<T>[]> {
    return this.ask(collection, (documents) => documents.getMany<T>(ids), isEmpty);
  }

  async query<T>(collection: string, query: DocumentQuery): Promise<readonly StoredDocument<T>[]> {
    return this.ask(collection, (documents) => documents.query<T>(query), isEmpty);
  }

  count(collection: string, filter: DocumentFilter, upTo: number): Promise<number> {
    return this.ask(
      collection,
      (documents) => documents.count(filter, upTo),
      (found) => found === 0,
    );
  }

  async write(writes: readonly DocumentWrite[]): Promise<WriteAnswer> {
    if (writes.length === 0) return {};
    return this.server.change(async () =>
      writeInOrder(writes, await this.declarations.forWriting(writes.map(({ collection }) => collection))),
    );
  }

  drop(collection: string): Promise<void> {
    return this.server.change(() => this.declarations.drop(collection));
  }

  pointer(projection: string): Promise<string | undefined> {
    return this.server.ask(async () => {
      const found = await this.server.pointers.collection.findOne({ _id: projection as never });
      return found?.collection as string | undefined;
    });
  }

  switchPointer(projection: string, from: string | undefined, to: string): Promise<boolean> {
    const pointers = this.server.pointers.collection;
    const _id = projection as never;
    return this.server.change(async () => {
      if (from !== undefined)
        return (await pointers.updateOne({ _id, collection: from }, { $set: { collection: to } })).matchedCount === 1;
      try {
        await pointers.insertOne({ _id, collection: to });
        return true;
      } catch (fault) {
        if (isDuplicateKey(fault)) return false;
        throw fault;
      }
    });
  }

  collections(): Promise<readonly string[]> {
    return this.server.ask(() => this.declarations.names());
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private ask<T>(
    collection: string,
    ask: (documents: DocumentCollection) => Promise<T>,
    isNothing: (found: T) => boolean,
  ): Promise<T> {
    return this.server.ask(() => this.declarations.asking(collection, ask, isNothing));
  }
}
