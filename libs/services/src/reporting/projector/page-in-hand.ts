import { randomUUID } from 'node:crypto';
import type { DocumentWrite, ReadModels } from '@masar/read-models';
import { WrittenByAnother } from './written-by-another.js';

/** All that a page writes; where that is too much for one document, the names of those it lies in. */
interface Kept {
  readonly writes?: readonly DocumentWrite[];
  readonly parts?: readonly string[];
}

const id = 'page';
const nothing: readonly DocumentWrite[] = [];
/** Characters; far below what a document of a server may hold, whatever the script. */
const usualPart = 3_000_000;

/**
 * What a page is going to write, as one document, kept before any of it is written. Where a store writes documents one
 * after the other, this makes a page one thing: it has happened as soon as this is kept, and whoever finds it half
 * written writes the rest. Each page's is written against the version of the one before it, so of two who hold themselves
 * for the writer one is told that it is not before it has changed anything.
 */
export class PageInHand {
  #version = 0;
  /** Of the page kept last, where it took several documents. */
  #parts: readonly string[] = [];

  constructor(
    private readonly models: ReadModels,
    private readonly collection: string,
    private readonly part = usualPart,
  ) {}

  /**
   * To be called before anything is read that a page is worked out from. Answers what was written of a page that had been
   * left half written; empty when none was.
   */
  async finish(): Promise<readonly DocumentWrite[]> {
    const found = await this.models.get<Kept>(this.collection, id);
    this.#version = found?.version ?? 0;
    if (!found) return nothing;
    const writes = await this.#writesOf(found.body);
    const left = await this.#unwritten(writes);
    if (left.length > 0 && (await this.models.write(left)).conflictAt !== undefined) throw new WrittenByAnother();
    await this.#sweep();
    return left.length > 0 ? writes : nothing;
  }

  /** From here on the page is to be written, by whomever. The last of the writes has to be checked: it tells that all are made. */
  async keep(writes: readonly DocumentWrite[]): Promise<void> {
    const parts = partsOf(writes, this.part);
    const names = parts.length === 1 ? [] : parts.map((_, index) => `${randomUUID()}-${index}`);
    for (const [index, name] of names.entries()) await this.models.write([this.#put(name, { writes: parts[index]! })]);
    const kept: Kept = parts.length === 1 ? { writes } : { parts: names };
    const { conflictAt } = await this.models.write([{ ...this.#put(id, kept), expected: this.#version }]);
    if (conflictAt !== undefined) throw new WrittenByAnother();
    this.#version += 1;
    await this.#drop(this.#parts);
    this.#parts = names;
  }

  #put(name: string, body: Kept): Extract<DocumentWrite, { op: 'put' }> {
    return { op: 'put', collection: this.collection, id: name, fields: {}, body };
  }

  async #writesOf({ writes, parts = [] }: Kept): Promise<readonly DocumentWrite[]> {
    if (writes) return writes;
    const found = await this.models.getMany<Kept>(this.collection, parts);
    // Swept away: its last write was made.
    return found.length < parts.length ? nothing : found.flatMap(({ body }) => body.writes ?? nothing);
  }

  /** All but the checked ones that were made; none at all once the last is. */
  async #unwritten(writes: readonly DocumentWrite[]): Promise<readonly DocumentWrite[]> {
    const last = writes.at(-1);
    if (last?.op !== 'put') return nothing;
    const told = await this.models.get(last.collection, last.id);
    if ((told?.version ?? 0) !== last.expected) return nothing;
    const held = await this.#versions(writes);
    return writes.filter((write) => !isMade(write, held));
  }

  async #versions(writes: readonly DocumentWrite[]): Promise<ReadonlyMap<string, number>> {
    const ids = new Map<string, string[]>();
    for (const write of writes) {
      if (write.op === 'delete' || write.expected === undefined) continue;
      ids.set(write.collection, [...(ids.get(write.collection) ?? []), write.id]);
    }
    const held = new Map<string, number>();
    for (const [collection, wanted] of ids)
      for (const { id: name, version } of await this.models.getMany(collection, wanted))
        held.set(keyOf({ collection, id: name }), version);
    return held;
  }

  /** Parts of pages that are written, or never were kept. */
  async #sweep(): Promise<void> {
    const found = await this.models.query(this.collection, { limit: 1_000 });
    const parts = found.filter((one) => one.id !== id);
    if (parts.length === 0) return;
    // Whoever is about to keep a page that lies in these parts is no longer the writer.
    await this.keep(nothing);
    await this.#drop(parts.map((one) => one.id));
  }

  async #drop(parts: readonly string[]): Promise<void> {
    await this.models.write(parts.map((part) => ({ op: 'delete', collection: this.collection, id: part })));
  }
}

/** A checked document one version further than expected is as this page made it; anything else, and another is at work. */
const isMade = (write: DocumentWrite, held: ReadonlyMap<string, number>): boolean => {
  if (write.op === 'delete' || write.expected === undefined) return false;
  const beyond = (held.get(keyOf(write)) ?? 0) - write.expected;
  if (beyond !== 0 && beyond !== 1) throw new WrittenByAnother();
  return beyond === 1;
};

const keyOf = ({ collection, id: name }: Pick<DocumentWrite, 'collection' | 'id'>): string => `${collection}\n${name}`;

/** At least one; each at least one write where there is any. */
const partsOf = (writes: readonly DocumentWrite[], most: number): readonly (readonly DocumentWrite[])[] => {
  const parts: DocumentWrite[][] = [[]];
  let length = 0;
  for (const write of writes) {
    const own = JSON.stringify(write).length;
    if (length > 0 && length + own > most) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(write);
    length += own;
  }
  return parts;
};
