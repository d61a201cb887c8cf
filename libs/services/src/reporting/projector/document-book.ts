import type { FieldValue, ReadModels } from '@masar/read-models';
import { Recent } from './recent.js';
import type { WriteBatch } from './write-batch.js';

interface Held<T> {
  /** Compare-and-set counter in the store; 0: not there. */
  readonly version: number;
  readonly body: T | undefined;
}

/**
 * Documents of one collection while pages are worked on: what is pending is read before what is kept, what is kept before
 * the store. `flush` puts what is pending into a batch, each against the version it was read at; then `settled` or, when
 * the write did not happen, `forget`.
 */
export class DocumentBook<T> {
  readonly #kept: Recent<Held<T>>;
  readonly #pending = new Map<string, T | undefined>();

  constructor(
    private readonly models: ReadModels,
    private readonly collection: string,
    private readonly fieldsOf: (body: T) => Readonly<Record<string, FieldValue>>,
    kept: number,
  ) {
    this.#kept = new Recent(kept);
  }

  async get(id: string): Promise<T | undefined> {
    if (this.#pending.has(id)) return this.#pending.get(id);
    return (await this.#held(id)).body;
  }

  /** As it was last written: what is worked on is nothing anybody else can read yet. */
  async written(id: string): Promise<T | undefined> {
    return (await this.#held(id)).body;
  }

  async #held(id: string): Promise<Held<T>> {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const stored = await this.models.get<T>(this.collection, id);
    const held: Held<T> = { version: stored?.version ?? 0, body: stored?.body };
    this.#kept.set(id, held);
    return held;
  }

  /** `undefined` takes the document away. */
  set(id: string, body: T | undefined): void {
    this.#pending.set(id, body);
  }

  async flush(batch: WriteBatch): Promise<void> {
    for (const [id, body] of this.#pending) {
      const { version } = await this.#held(id);
      batch.noteRead(this.collection, { id, version });
      if (body === undefined) batch.delete(this.collection, id);
      else batch.put(this.collection, id, this.fieldsOf(body), body, true);
    }
  }

  settled(): void {
    for (const [id, body] of this.#pending) {
      const version = this.#kept.get(id)?.version ?? 0;
      this.#kept.set(id, { version: body === undefined ? 0 : version + 1, body });
    }
    this.#pending.clear();
  }

  forget(): void {
    this.#pending.clear();
    this.#kept.clear();
  }
}
