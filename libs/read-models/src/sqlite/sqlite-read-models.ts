import { isDeepStrictEqual } from 'node:util';
import { UnknownCollection } from '../faults.js';
import type { CollectionSpec, DocumentFilter, DocumentQuery, DocumentWrite, ReadModels, WriteAnswer } from '../port.js';
import type { Access } from './access.js';
import { DocumentTable, tableOf } from './document-table.js';
import type { ViewsConnection } from './views-connection.js';

/** Thrown within a transaction to undo what a batch wrote before its conflict. */
class Conflict extends Error {
  constructor(readonly at: number) {
    super('a document was at another version');
  }
}

/** Tables known to this thread; what another thread declared is looked up once. */
export type KnownTables = Map<string, DocumentTable>;

export class SqliteReadModels implements ReadModels {
  readonly writesAllOrNone = true;

  constructor(
    private readonly access: Access,
    private readonly known: KnownTables,
  ) {}

  async declare(spec: CollectionSpec): Promise<void> {
    const declared = this.access.read((connection) => this.lookUp(connection, spec.name));
    const same = (other: CollectionSpec) =>
      isDeepStrictEqual([other.fields, other.indexes], [spec.fields, spec.indexes]);
    const table = declared ?? (await this.access.write((connection) => this.declareNew(connection, spec)));
    if (!same(table.spec))
      throw new Error(`${spec.name} is declared otherwise already: a change is a new version of it`);
  }

  async get<T>(collection: string, id: string) {
    return this.access.read((connection) => this.table(connection, collection).get<T>(connection, id));
  }

  async getMany<T>(collection: string, ids: readonly string[]) {
    return this.access.read((connection) => this.table(connection, collection).getMany<T>(connection, ids));
  }

  async query<T>(collection: string, query: DocumentQuery) {
    return this.access.read((connection) => this.table(connection, collection).query<T>(connection, query));
  }

  async count(collection: string, filter: DocumentFilter, upTo: number): Promise<number> {
    return this.access.read((connection) => this.table(connection, collection).count(connection, filter, upTo));
  }

  async write(writes: readonly DocumentWrite[]): Promise<WriteAnswer> {
    if (writes.length === 0) return {};
    try {
      await this.access.write((connection) =>
        writes.forEach((write, index) => this.writeOne(connection, write, index)),
      );
      return {};
    } catch (fault) {
      if (fault instanceof Conflict) return { conflictAt: fault.at };
      throw fault;
    }
  }

  async drop(collection: string): Promise<void> {
    await this.access.write((connection) => {
      connection.database.exec(`DROP TABLE IF EXISTS ${tableOf(collection)}`);
      connection.prepare('DELETE FROM collections WHERE name = ?').run(collection);
    });
    this.known.delete(collection);
  }

  async pointer(projection: string): Promise<string | undefined> {
    return this.access.read((connection) => this.pointerOf(connection, projection));
  }

  async switchPointer(projection: string, from: string | undefined, to: string): Promise<boolean> {
    return this.access.write((connection) => {
      if (this.pointerOf(connection, projection) !== from) return false;
      connection
        .prepare('INSERT INTO pointers VALUES (?, ?) ON CONFLICT DO UPDATE SET collection = excluded.collection')
        .run(projection, to);
      return true;
    });
  }

  async collections(): Promise<readonly string[]> {
    return this.access.read((connection) =>
      (connection.prepare('SELECT name FROM collections ORDER BY name').all() as { name: string }[]).map(
        (row) => row.name,
      ),
    );
  }

  close(): Promise<void> {
    return this.access.close();
  }

  private writeOne(connection: ViewsConnection, write: DocumentWrite, index: number): void {
    const table = this.table(connection, write.collection);
    if (write.op === 'delete') table.delete(connection, write.id);
    else if (!table.put(connection, write)) throw new Conflict(index);
  }

  private pointerOf(connection: ViewsConnection, projection: string): string | undefined {
    const row = connection.prepare('SELECT collection FROM pointers WHERE projection = ?').get(projection);
    return row?.collection as string | undefined;
  }

  private declareNew(connection: ViewsConnection, spec: CollectionSpec): DocumentTable {
    const raced = this.lookUp(connection, spec.name);
    if (raced !== undefined) return raced;
    const table = new DocumentTable(spec);
    table.create(connection);
    connection.prepare('INSERT INTO collections (name, spec) VALUES (?, ?)').run(spec.name, JSON.stringify(spec));
    return table;
  }

  private table(connection: ViewsConnection, collection: string): DocumentTable {
    const found = this.known.get(collection) ?? this.lookUp(connection, collection);
    if (found === undefined) throw new UnknownCollection(collection);
    this.known.set(collection, found);
    return found;
  }

  private lookUp(connection: ViewsConnection, collection: string): DocumentTable | undefined {
    const row = connection.prepare('SELECT spec FROM collections WHERE name = ?').get(collection) as
      { spec: string } | undefined;
    return row && new DocumentTable(JSON.parse(row.spec) as CollectionSpec);
  }
}
