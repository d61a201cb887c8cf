import type {
  CollectionSpec,
  DocumentFilter,
  DocumentQuery,
  DocumentWrite,
  FieldValue,
  StoredDocument,
} from '../port.js';
import { UndeclaredField } from '../faults.js';
import { columnOf, conditionsOf, joined, quoted, type SqlValue } from './filter-sql.js';
import { pagesOf } from './query-sql.js';
import type { ViewsConnection } from './views-connection.js';

type Row = Readonly<Record<string, SqlValue>>;
type Put = Extract<DocumentWrite, { op: 'put' }>;

export const tableOf = (collection: string): string => quoted(`doc:${collection}`);

/** One collection: a table with a column for each declared field and the body as JSON text. */
export class DocumentTable {
  private readonly table: string;
  private readonly fields: readonly string[];
  private readonly select: string;

  constructor(readonly spec: CollectionSpec) {
    this.table = tableOf(spec.name);
    this.fields = Object.keys(spec.fields);
    this.select = `SELECT id, version, body${this.fields.map((field) => `, ${columnOf(spec, field)}`).join('')} FROM ${this.table}`;
  }

  create(connection: ViewsConnection): void {
    const types = { text: 'TEXT', number: 'REAL' } as const;
    const columns = this.fields.map((field) => `, ${columnOf(this.spec, field)} ${types[this.spec.fields[field]!]}`);
    connection.database.exec(
      `CREATE TABLE ${this.table} (id TEXT PRIMARY KEY, version INTEGER NOT NULL${columns.join('')}, body TEXT NOT NULL)`,
    );
    for (const index of this.spec.indexes) {
      const name = quoted(`index:${this.spec.name}:${index.join(',')}`);
      const over = [...index.map((field) => columnOf(this.spec, field)), 'id'].join(', ');
      connection.database.exec(`CREATE INDEX ${name} ON ${this.table} (${over})`);
    }
  }

  get<T>(connection: ViewsConnection, id: string): StoredDocument<T> | undefined {
    const row = connection.prepare(`${this.select} WHERE id = ?`).get(id) as Row | undefined;
    return row && this.documentOf<T>(row);
  }

  getMany<T>(connection: ViewsConnection, ids: readonly string[]): StoredDocument<T>[] {
    const wanted = JSON.stringify(ids);
    const rows = connection.prepare(`${this.select} WHERE id IN (SELECT value FROM json_each(?))`).all(wanted) as Row[];
    const found = new Map(rows.map((row) => [row.id as string, this.documentOf<T>(row)]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  query<T>(connection: ViewsConnection, query: DocumentQuery): StoredDocument<T>[] {
    const documents: StoredDocument<T>[] = [];
    for (const page of pagesOf(this.spec, query)) {
      const rows = connection
        .prepare(this.select + page.sql)
        .all(...page.values, query.limit - documents.length) as Row[];
      for (const row of rows) documents.push(this.documentOf<T>(row));
      if (documents.length >= query.limit) break;
    }
    return documents;
  }

  count(connection: ViewsConnection, filter: DocumentFilter, upTo: number): number {
    const where = joined(conditionsOf(this.spec, filter));
    const sql = `SELECT count(*) AS found FROM (SELECT 1 FROM ${this.table}${where.sql} LIMIT ?)`;
    return (connection.prepare(sql).get(...where.values, upTo) as { found: number }).found;
  }

  /** False when `expected` did not hold. */
  put(connection: ViewsConnection, { id, expected, fields, body }: Put): boolean {
    const values = [...this.valuesOf(fields), JSON.stringify(body ?? null)];
    const columns = [...this.fields.map((field) => columnOf(this.spec, field)), 'body'];
    const insert = `INSERT INTO ${this.table} (id, version, ${columns.join(', ')}) VALUES (?, 1${', ?'.repeat(columns.length)})`;
    const assign = columns.map((column) => `${column} = excluded.${column}`).join(', ');
    if (expected === undefined) {
      connection
        .prepare(`${insert} ON CONFLICT (id) DO UPDATE SET version = version + 1, ${assign}`)
        .run(id, ...values);
      return true;
    }
    if (expected === 0) return connection.prepare(`${insert} ON CONFLICT DO NOTHING`).run(id, ...values).changes > 0;
    const set = columns.map((column) => `${column} = ?`).join(', ');
    const update = connection.prepare(
      `UPDATE ${this.table} SET version = version + 1, ${set} WHERE id = ? AND version = ?`,
    );
    return update.run(...values, id, expected).changes > 0;
  }

  delete(connection: ViewsConnection, id: string): void {
    connection.prepare(`DELETE FROM ${this.table} WHERE id = ?`).run(id);
  }

  private valuesOf(fields: Readonly<Record<string, FieldValue>>): SqlValue[] {
    for (const field of Object.keys(fields))
      if (!Object.hasOwn(this.spec.fields, field)) throw new UndeclaredField(this.spec.name, field);
    return this.fields.map((field) => fields[field] ?? null);
  }

  private documentOf<T>(row: Row): StoredDocument<T> {
    const fields = Object.fromEntries(this.fields.map((field) => [field, row[`f:${field}`] ?? null]));
    return { id: row.id as string, version: row.version as number, fields, body: JSON.parse(row.body as string) as T };
  }
}
