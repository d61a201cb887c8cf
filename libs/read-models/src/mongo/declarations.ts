import { randomUUID } from 'node:crypto';
import { isDuplicateKey, untilSeen } from '@masar/mongo';
import { ReadModelsUnavailable, UnknownCollection } from '../faults.js';
import type { CollectionSpec } from '../port.js';
import { DocumentCollection } from './document-collection.js';
import type { DeclarationDocument, ViewsServer } from './views-server.js';

/**
 * Which collections there are. The server itself makes whatever is written to and finds nothing in what it does not
 * know, so a declaration is what says that a collection is there.
 */
export class Declarations {
  private readonly known = new Map<string, DocumentCollection>();

  constructor(private readonly server: ViewsServer) {}

  /** The declared collection, made by whoever is first. */
  async declare(spec: CollectionSpec): Promise<DocumentCollection> {
    return (await this.lookUp(spec.name)) ?? (await this.declareNew(spec));
  }

  private async declareNew(spec: CollectionSpec): Promise<DocumentCollection> {
    const made = this.collectionOf(spec, `documents-${randomUUID()}`);
    await made.create();
    try {
      const declaration = { _id: spec.name, spec: JSON.stringify(spec), holds: made.holds };
      await this.server.declarations.collection.insertOne(declaration as never);
      return made;
    } catch (fault) {
      if (!isDuplicateKey(fault)) throw fault;
      await made.drop();
      const seen = await untilSeen(() => this.lookUp(spec.name));
      if (seen === undefined)
        throw new ReadModelsUnavailable(`${spec.name} is declared by another and held by no majority`);
      return seen;
    }
  }

  /**
   * Asks a collection. What was found proves that it is there; where nothing was, it may have been dropped, or dropped and
   * declared anew, since it was last looked up. Throws `UnknownCollection`.
   */
  async asking<T>(
    name: string,
    ask: (collection: DocumentCollection) => Promise<T>,
    isNothing: (found: T) => boolean,
  ): Promise<T> {
    const known = this.known.get(name);
    const found = known && (await ask(known));
    if (found !== undefined && !isNothing(found)) return found;
    const now = await this.current(name);
    return known?.holds === now.holds ? (found as T) : ask(now);
  }

  /** Of these names as they are declared now; a write must never make a collection that was dropped. Throws `UnknownCollection`. */
  async forWriting(names: readonly string[]): Promise<ReadonlyMap<string, DocumentCollection>> {
    const declared = await this.server.declarations.find({ _id: { $in: [...new Set(names)] } }).lean();
    for (const name of names) if (!declared.some(({ _id }) => _id === name)) throw this.unknown(name);
    return new Map(declared.map((declaration) => [declaration._id, this.remember(declaration)]));
  }

  async drop(name: string): Promise<void> {
    const dropped = await this.lookUp(name);
    this.known.delete(name);
    if (dropped === undefined) return;
    // Of several who drop it at once, one drops what it held.
    const { deletedCount } = await this.server.declarations.deleteOne({ _id: name, holds: dropped.holds });
    if (deletedCount === 1) await dropped.drop();
  }

  async names(): Promise<string[]> {
    const all = await this.server.declarations.find({}, { _id: 1 }).sort({ _id: 1 }).lean();
    return all.map(({ _id }) => _id);
  }

  private async current(name: string): Promise<DocumentCollection> {
    const declared = await this.lookUp(name);
    if (declared === undefined) throw this.unknown(name);
    return declared;
  }

  private async lookUp(name: string): Promise<DocumentCollection | undefined> {
    const declaration = await this.server.declarations.findOne({ _id: name }).lean();
    return declaration === null ? undefined : this.remember(declaration);
  }

  private remember({ _id, spec, holds }: DeclarationDocument): DocumentCollection {
    const known = this.known.get(_id);
    if (known?.holds === holds) return known;
    const collection = this.collectionOf(JSON.parse(spec) as CollectionSpec, holds);
    this.known.set(_id, collection);
    return collection;
  }

  private collectionOf(spec: CollectionSpec, holds: string): DocumentCollection {
    return new DocumentCollection(this.server.connection, spec, holds);
  }

  private unknown(name: string): UnknownCollection {
    this.known.delete(name);
    return new UnknownCollection(name);
  }
}
