import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { receiveFile } from '../receive-file.js';
import type { CarriedFile, FileStore } from '../file-store.js';

/** One piece of what carries files from place to place: first what is known of a file, then its bytes, then the next file. */
export type FilePart = { readonly file: CarriedFile } | { readonly bytes: Uint8Array };

const pieceBytes = 1024 * 1024;

/** Every file of a store that some stream uses, in pieces that fit in a line or a row: what nobody named stays behind. */
export async function* partsOf(files: FileStore): AsyncGenerator<FilePart> {
  for await (const file of files.all()) {
    if (file.uses.length === 0) continue;
    yield { file };
    for await (const chunk of (await files.read(file.sha256)) as AsyncIterable<Buffer>)
      for (let at = 0; at < chunk.length; at += pieceBytes) yield { bytes: chunk.subarray(at, at + pieceBytes) };
  }
}

/** Files out of their pieces. Bytes that are not what their digest says end it. */
export class FilesFromParts {
  #files = 0;
  /** A piece read too far: the beginning of the next file. */
  #next: FilePart | undefined;
  readonly #parts: AsyncIterator<FilePart>;

  constructor(
    private readonly target: FileStore,
    parts: AsyncIterable<FilePart>,
  ) {
    this.#parts = parts[Symbol.asyncIterator]();
  }

  async #read(): Promise<FilePart | undefined> {
    const { value, done } = await this.#parts.next();
    return done ? undefined : value;
  }

  async *#bytes(): AsyncGenerator<Uint8Array> {
    for (this.#next = await this.#read(); this.#next && 'bytes' in this.#next; this.#next = await this.#read())
      yield this.#next.bytes;
  }

  /** Brings them all; answers how many there were. */
  async bring(): Promise<number> {
    for (this.#next = await this.#read(); this.#next !== undefined;) {
      if (!('file' in this.#next)) throw new Error('a file of the backup has no beginning');
      await this.#bringOne(this.#next.file);
    }
    return this.#files;
  }

  async #bringOne(known: CarriedFile): Promise<void> {
    const file = await receiveFile(Readable.from(this.#bytes()), this.target.incoming, known.size);
    try {
      if (file.sha256 !== known.sha256) throw new Error(`the file ${known.sha256} is not what it was`);
      await this.target.bring(file, known);
      this.#files += 1;
    } finally {
      await rm(file.path, { force: true });
    }
  }
}

/** Copies every file of one store into another; answers how many. */
export const copyFiles = (from: FileStore, to: FileStore): Promise<number> =>
  new FilesFromParts(to, partsOf(from)).bring();
