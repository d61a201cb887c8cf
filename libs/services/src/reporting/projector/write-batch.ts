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

  /**
   * For stores that write one after the other: what overwrites whatever is there does so from now on only where nothing else
   * is there than at this moment. Whoever is stopped before a write and woken long after changes nothing any more.
   */
  async checkAll(): Promise<void> {
    const unchecked = new Map<string, string[]>();
    for (const write of this.#writes.values()) {
      if (write.op === 'delete' || write.expected !== undefined) continue;
      const ids = unchecked.get(write.collection);
      if (ids === undefined) unchecked.set(write.collection, [write.id]);
      else ids.push(write.id);
    }
    for (const [collection, ids] of unchecked) {
      const held = new Map((await this.models.getMany(collection, ids)).map(({ id, version }) => [id, version]));
      for (const id of ids) {
        const key = `${collection}\n${id}`;
        this.#writes.set(key, { ...(this.#writes.get(key) as Put), expected: held.get(id) ?? 0 });
      }
    }
  }

  /** All or none; answers false when somebody else was faster with one of the checked documents. */
  async write(): Promise<boolean> {
    if (this.#writes.size === 0) return true;
    const { conflictAt } = await this.models.write([...this.#writes.values()]);
    return conflictAt === undefined;
  }
}
