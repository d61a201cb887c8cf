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
  private readonly writes: ReturnType<DocumentTable['writeStatements']>;
  /** Whether the document written last was not there before. */
  private growing = false;

  constructor(readonly spec: CollectionSpec) {
    this.table = tableOf(spec.name);
    this.fields = Object.keys(spec.fields);
    this.select = `SELECT id, version, body${this.fields.map((field) => `, ${columnOf(spec, field)}`).join('')} FROM ${this.table}`;
    this.writes = this.writeStatements();
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
    const values = this.valuesOf(fields);
    const text = JSON.stringify(body ?? null);
    const { insert, replace, update, updateBody } = this.writes;
    const isNew = () => connection.prepare(insert).run(id, ...values, text).changes > 0;
    if (expected === 0) return isNew();
    // A collection whose last document was new (changes are, each time) most likely gets another.
    if (expected === undefined && this.growing && isNew()) return true;
    // Most documents change and are found by the same fields as before: then no index is touched.
    const isHeld = connection.prepare(updateBody).run(text, id, expected ?? null, ...values).changes > 0;
    if (isHeld) {
      this.growing = false;
      return true;
    }
    if (expected !== undefined) return connection.prepare(update).run(...values, text, id, expected).changes > 0;
    this.growing = true;
    connection.prepare(replace).run(id, ...values, text);
    return true;
  }

  private writeStatements() {
    const columns = this.fields.map((field) => columnOf(this.spec, field));
    const all = [...columns, 'body'];
    const into = `INSERT INTO ${this.table} (id, version, ${all.join(', ')}) VALUES (?, 1${', ?'.repeat(all.length)})`;
    const assign = (value: (column: string) => string) =>
      ['version = version + 1', ...all.map((column) => `${column} = ${value(column)}`)].join(', ');
    const unchanged = columns.map((column) => ` AND ${column} IS ?`).join('');
    return {
      insert: `${into} ON CONFLICT DO NOTHING`,
      replace: `${into} ON CONFLICT (id) DO UPDATE SET ${assign((column) => `excluded.${column}`)}`,
      update: `UPDATE ${this.table} SET ${assign(() => '?')} WHERE id = ? AND version = ?`,
      updateBody: `UPDATE ${this.table} SET version = version + 1, body = ? WHERE id = ? AND version = coalesce(?, version)${unchanged}`,
    };
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
