import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { connectTo } from '@masar/mongo';
import mongoose from 'mongoose';
import type { IncomingFile } from '../file-store.js';
import type { FileDocument } from './file-documents.js';

type BytesId = FileDocument['bytes'];
interface Chunk {
  readonly files_id: BytesId;
  readonly n: number;
}

const { GridFSBucket, ObjectId } = mongoose.mongo;
const bucketName = 'file-bytes';
const atOnce = 500;
/** So many are looked at each time, from where the last look ended: a large store is looked through in several. */
const mostLookedAt = 10 * atOnce;
const first = new ObjectId('0'.repeat(24));

/** The bytes of files, each in GridFS under an id that says when they came. */
export class FileBytes {
  readonly #bucket;
  readonly #files;
  readonly #chunks;
  #lookedUpTo = first;

  constructor(
    connection: Awaited<ReturnType<typeof connectTo>>,
    private readonly now: () => number,
  ) {
    const database = connection.db!;
    this.#bucket = new GridFSBucket(database as never, { bucketName });
    this.#files = database.collection(`${bucketName}.files`);
    this.#chunks = database.collection<Chunk>(`${bucketName}.chunks`);
  }

  async write({ path, sha256 }: IncomingFile): Promise<BytesId> {
    const id = new ObjectId(ObjectId.generate(Math.floor(this.now() / 1_000)));
    await pipeline(createReadStream(path), this.#bucket.openUploadStreamWithId(id, sha256));
    return id;
  }

  read(id: BytesId): Readable {
    return this.#bucket.openDownloadStream(id);
  }

  /** Gone already is gone; those that never became whole go as well. */
  async erase(id: BytesId): Promise<void> {
    await this.#files.deleteOne({ _id: id });
    await this.#chunks.deleteMany({ files_id: id });
  }

  /** Erases those that came before then and are not among the known. Empty files have no bytes, and nothing to erase. */
  async eraseUnknown(before: number, known: (some: readonly BytesId[]) => Promise<ReadonlySet<string>>): Promise<void> {
    const end = ObjectId.createFromTime(Math.floor(before / 1_000));
    for (let looked = 0; looked < mostLookedAt; looked += atOnce) {
      const page = await this.#chunks
        .find({ n: 0, files_id: { $gt: this.#lookedUpTo, $lt: end } }, { projection: { files_id: 1 } })
        .sort({ files_id: 1, n: 1 })
        .limit(atOnce)
        .toArray();
      const some = page.map(({ files_id: id }) => id);
      const kept = await known(some);
      for (const id of some) if (!kept.has(String(id))) await this.erase(id);
      this.#lookedUpTo = page.length < atOnce ? first : some.at(-1)!;
      if (page.length < atOnce) return;
    }
  }
}
