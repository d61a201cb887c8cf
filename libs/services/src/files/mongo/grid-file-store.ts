import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { StreamName } from '@masar/contracts';
import { connectTo, isDuplicateKey, translating, type ServerPatience } from '@masar/mongo';
import {
  FilesUnavailable,
  type CarriedFile,
  type FileStore,
  type FileUse,
  type IncomingFile,
  type Upload,
} from '../file-store.js';
import type { FileDocument, UploadDocument, UseDocument } from './file-documents.js';
import { FileBytes } from './file-bytes.js';

const usually: ServerPatience = { connections: 10 };
const translated = translating(
  (message, options) => new FilesUnavailable(`the files could not be reached: ${message}`, options),
);
const uploadOf = ({ sha256, user, name, at }: UploadDocument, { size, type }: FileDocument): Upload => ({
  sha256,
  size,
  type,
  user,
  name,
  at: new Date(at).toISOString(),
});
const useOf = ({ sha256, stream, confirmed }: UseDocument): FileUse => ({ sha256, stream, confirmed });

/**
 * Files of a cluster: bytes in GridFS, what is known of them in documents beside. Every step is one write to one document: a
 * file that is about to go is marked first, and what is marked can neither be held nor found.
 */
class GridFileStore implements FileStore {
  readonly incoming = mkdtempSync(join(tmpdir(), 'masar-incoming-'));
  readonly #files;
  readonly #uploads;
  readonly #uses;
  readonly #bytes;

  constructor(
    private readonly connection: Awaited<ReturnType<typeof connectTo>>,
    private readonly now: () => number,
  ) {
    const database = connection.db!;
    this.#files = database.collection<FileDocument>('files');
    this.#uploads = database.collection<UploadDocument>('file-uploads');
    this.#uses = database.collection<UseDocument>('file-uses');
    this.#bytes = new FileBytes(connection, now);
  }

  async prepare(): Promise<void> {
    await translated(async () => {
      await this.#files.createIndex({ used: 1, namedAt: 1 });
      await this.#files.createIndex({ bytes: 1 });
      await this.#uploads.createIndex({ user: 1, at: 1 });
      await this.#uploads.createIndex({ sha256: 1 });
      await this.#uses.createIndex({ sha256: 1 });
      await this.#uses.createIndex({ confirmed: 1, at: 1 });
    });
  }

  /** One that is there and stays, is said to be named now; else its bytes are written and it takes the place of what was going. */
  async #put(file: IncomingFile, type: string): Promise<void> {
    const { sha256: _id, size } = file;
    const namedAt = this.now();
    const stays = { _id, going: { $exists: false } };
    if ((await this.#files.updateOne(stays, { $set: { namedAt } })).matchedCount > 0) return;
    const bytes = await this.#bytes.write(file);
    const before = await this.#files.findOne({ _id });
    try {
      if (before === null) await this.#files.insertOne({ _id, size, type, bytes, namedAt });
      else {
        const taken = { $set: { bytes, namedAt }, $unset: { going: '' as const } };
        const { matchedCount } = await this.#files.updateOne(
          { _id, bytes: before.bytes, going: { $exists: true } },
          taken,
        );
        await this.#bytes.erase(matchedCount > 0 ? before.bytes : bytes);
        if (matchedCount === 0) await this.#put(file, type);
      }
    } catch (fault) {
      if (!isDuplicateKey(fault)) throw fault;
      // Somebody else brought it meanwhile.
      await this.#files.updateOne(stays, { $set: { namedAt } });
      await this.#bytes.erase(bytes);
    }
  }

  async #putUpload(sha256: string, user: string, name: string, at: number): Promise<void> {
    const upload = { $set: { sha256, user, name, at } };
    await this.#uploads.updateOne({ _id: `${sha256}/${user}` }, upload, { upsert: true });
  }

  async #putUse(sha256: string, stream: StreamName, confirmed: boolean): Promise<void> {
    const use = { $setOnInsert: { sha256, stream, confirmed }, $max: { at: this.now() } };
    await this.#uses.updateOne({ _id: `${sha256}/${stream}` }, use, { upsert: true });
  }

  keep(file: IncomingFile, { user, name, type }: Pick<Upload, 'user' | 'name' | 'type'>): Promise<void> {
    return translated(async () => {
      await this.#put(file, type);
      await this.#putUpload(file.sha256, user, name, this.now());
      await rm(file.path, { force: true });
    });
  }

  bring(file: IncomingFile, known: CarriedFile): Promise<void> {
    return translated(async () => {
      await this.#put(file, known.type);
      for (const { user, name, at } of known.uploads) await this.#putUpload(known.sha256, user, name, Date.parse(at));
      for (const stream of known.uses) await this.#putUse(known.sha256, stream, true);
      if (known.uses.length > 0) await this.#files.updateOne({ _id: known.sha256 }, { $set: { used: true } });
      await rm(file.path, { force: true });
    });
  }

  async #found(sha256: string): Promise<FileDocument | undefined> {
    return (await this.#files.findOne({ _id: sha256, going: { $exists: false } })) ?? undefined;
  }

  find(sha256: string) {
    return translated(async () => {
      const found = await this.#found(sha256);
      return found && { sha256, size: found.size, type: found.type };
    });
  }

  read(sha256: string): Promise<Readable> {
    return translated(async () => {
      const found = await this.#found(sha256);
      if (!found) throw new Error(`there is no file ${sha256}`);
      return this.#bytes.read(found.bytes);
    });
  }

  upload(sha256: string, user: string) {
    return translated(async () => {
      const upload = await this.#uploads.findOne({ _id: `${sha256}/${user}` });
      const file = upload && (await this.#found(sha256));
      return file ? uploadOf(upload, file) : undefined;
    });
  }

  uploadsOf(user: string, limit: number) {
    return translated(async () => {
      const uploads = await this.#uploads.find({ user }).sort({ at: -1 }).limit(limit).toArray();
      const files = await this.#files.find({ _id: { $in: uploads.map(({ sha256 }) => sha256) } }).toArray();
      const known = new Map(files.filter(({ going }) => going === undefined).map((file) => [file._id, file]));
      return uploads.flatMap((upload) =>
        known.has(upload.sha256) ? [uploadOf(upload, known.get(upload.sha256)!)] : [],
      );
    });
  }

  uploadedSince(user: string, since: number) {
    return translated(() => this.#uploads.countDocuments({ user, at: { $gte: since } }));
  }

  hold(sha256: string, stream: StreamName) {
    return translated(async () => {
      const stays = { _id: sha256, going: { $exists: false } };
      const { matchedCount } = await this.#files.updateOne(stays, { $set: { namedAt: this.now() } });
      if (matchedCount > 0) await this.#putUse(sha256, stream, false);
      return matchedCount > 0;
    });
  }

  uses(sha256: string) {
    return translated(async () => (await this.#uses.find({ sha256 }).sort({ _id: 1 }).toArray()).map(useOf));
  }

  confirm(sha256: string, stream: StreamName) {
    return translated(async () => {
      await this.#uses.updateOne({ _id: `${sha256}/${stream}` }, { $set: { confirmed: true } });
      await this.#files.updateOne({ _id: sha256 }, { $set: { used: true } });
    });
  }

  release(sha256: string, stream: StreamName, before: number) {
    return translated(async () => {
      await this.#uses.deleteOne({ _id: `${sha256}/${stream}`, confirmed: false, at: { $lt: before } });
    });
  }

  unconfirmed(before: number, limit: number) {
    return translated(async () => {
      const found = this.#uses.find({ confirmed: false, at: { $lt: before } }).sort({ at: 1 });
      return (await found.limit(limit).toArray()).map(useOf);
    });
  }

  dropUnused(before: number): Promise<number> {
    return translated(async () => {
      let dropped = 0;
      // Those no event is known to name, as many at once as a batch of the server's holds.
      for await (const file of this.#files.find({ used: { $exists: false }, namedAt: { $lt: before } }))
        if (await this.#drop(file, before)) dropped += 1;
      await this.#bytes.eraseUnknown(before, (some) => this.#known(some));
      return dropped;
    });
  }

  /**
   * Marked by compare-and-set on when it was named last, looked at once more, and only then taken away: its bytes first, so
   * that a process that is killed in between leaves a record that is still to go.
   */
  async #drop({ _id, bytes, namedAt }: FileDocument, before: number): Promise<boolean> {
    if ((await this.#uses.countDocuments({ sha256: _id })) > 0) return false;
    const going = randomUUID();
    const { matchedCount } = await this.#files.updateOne({ _id, namedAt, bytes }, { $set: { going } });
    if (matchedCount === 0) return false;
    if ((await this.#uses.countDocuments({ sha256: _id })) > 0) {
      await this.#files.updateOne({ _id, going }, { $unset: { going: '' } });
      return false;
    }
    await this.#bytes.erase(bytes);
    const { deletedCount } = await this.#files.deleteOne({ _id, going });
    if (deletedCount === 0) return false;
    // Brought again meanwhile it has another record, and whoever brought it an upload that is younger.
    await this.#uploads.deleteMany({ sha256: _id, at: { $lt: before } });
    return true;
  }

  /** Those of some bytes that a record knows. */
  async #known(bytes: readonly FileDocument['bytes'][]): Promise<ReadonlySet<string>> {
    const files = await this.#files.find({ bytes: { $in: [...bytes] } }, { projection: { bytes: 1 } }).toArray();
    return new Set(files.map((file) => String(file.bytes)));
  }

  async *all(): AsyncGenerator<CarriedFile> {
    for (let after = ''; ;) {
      const [file] = await translated(() =>
        this.#files
          .find({ _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(1)
          .toArray(),
      );
      if (!file) return;
      after = file._id;
      if (file.going !== undefined) continue;
      const uploads = await this.#uploads.find({ sha256: file._id }).sort({ at: 1 }).toArray();
      const uses = await this.uses(file._id);
      yield {
        sha256: file._id,
        size: file.size,
        type: file.type,
        uploads: uploads.map(({ user, name, at }) => ({ user, name, at: new Date(at).toISOString() })),
        uses: uses.map(({ stream }) => stream),
      };
    }
  }

  async close(): Promise<void> {
    await rm(this.incoming, { recursive: true, force: true });
    await this.connection.close();
  }
}

/** Opens the files of a cluster, beside its truth. Rejects with `FilesUnavailable` when the server is not there. */
export const openGridFileStore = async (url: string, now: () => number = Date.now): Promise<FileStore> => {
  const connection = await translated(() => connectTo(url, usually));
  const store = new GridFileStore(connection, now);
  try {
    await store.prepare();
  } catch (fault) {
    await store.close();
    throw fault;
  }
  return store;
};
