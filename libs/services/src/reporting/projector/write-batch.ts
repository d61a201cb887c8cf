import type { DocumentWrite, FieldValue, ReadModels, StoredDocument } from '@masar/read-models';

type Put = Extract<DocumentWrite, { op: 'put' }>;

/**
 * What one page writes: kept in memory, read through, written at once. The last word about a document wins, and the
 * version it was read at is what the write expects to find.
 */
export class WriteBatch {
  readonly #writes = new Map<string, DocumentWrite>();
  readonly #read = new Map<string, number>();

  constructor(private readonly models: ReadModels) {}

  get size(): number {
    return this.#writes.size;
  }

  /** What `write` will write, in its order. */
  get writes(): readonly DocumentWrite[] {
    return [...this.#writes.values()];
  }

  async get<T>(collection: string, id: string): Promise<T | undefined> {
    const key = `${collection}\n${id}`;
    const written = this.#writes.get(key);
    if (written) return written.op === 'put' ? (written.body as T) : undefined;
    const stored = await this.models.get<T>(collection, id);
    this.#read.set(key, stored?.version ?? 0);
    return stored?.body;
  }

  /** Tells the batch of a document its caller already holds. */
  noteRead(collection: string, stored: Pick<StoredDocument<unknown>, 'id' | 'version'>): void {
    this.#read.set(`${collection}\n${stored.id}`, stored.version);
  }

  /** Overwrites whatever is there, unless `checked`: then only the version that was read. */
  put(
    collection: string,
    id: string,
    fields: Readonly<Record<string, FieldValue>>,
    body: unknown,
    checked = false,
  ): void {
    const key = `${collection}\n${id}`;
    const expected = checked ? this.#read.get(key) : undefined;
    const write: Put = { op: 'put', collection, id, fields, body, ...(expected === undefined ? {} : { expected }) };
    this.#writes.set(key, write);
  }

  delete(collection: string, id: string): void {
    this.#writes.set(`${collection}\n${id}`, { op: 'delete', collection, id });
  }

  /** All or none; answers false when somebody else was faster with one of the checked documents. */
  async write(): Promise<boolean> {
    if (this.#writes.size === 0) return true;
    const { conflictAt } = await this.models.write([...this.#writes.values()]);
    return conflictAt === undefined;
  }
}
