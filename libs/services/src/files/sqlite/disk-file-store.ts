import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { StreamName } from '@masar/contracts';
import { isDigest, type CarriedFile, type FileStore, type IncomingFile, type Upload } from '../file-store.js';
import { FileTables } from './file-tables.js';

/** A folder's names, or a file's bytes, are on disk when it resolves. */
const synced = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Files of a data folder: bytes under their digests (`files/ab/abcd…`), what is known of them in `files.db`. A file is
 * written under another name, synced, given its own name, and that name synced, before the record says that it is there.
 */
class DiskFileStore implements FileStore {
  readonly incoming: string;
  readonly #folder: string;
  readonly #tables: FileTables;
  /** What adds files and what takes them away, one after the other: bytes that come again while they go would be lost. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    dataFolder: string,
    private readonly now: () => number,
  ) {
    this.#folder = join(dataFolder, 'files');
    this.incoming = join(this.#folder, 'incoming');
    mkdirSync(this.incoming, { recursive: true, mode: 0o700 });
    this.#tables = new FileTables(join(dataFolder, 'files.db'));
  }

  /** What was on its way in when a process was killed. Only where nobody else works on the folder. */
  sweepIncoming(): void {
    for (const name of readdirSync(this.incoming)) rmSync(join(this.incoming, name), { force: true });
  }

  #placeOf(sha256: string): { readonly folder: string; readonly path: string } {
    const folder = join(this.#folder, sha256.slice(0, 2));
    return { folder, path: join(folder, sha256) };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Over bytes that are there already: the same ones, unless the disk has lost some. */
  async #put({ path: from, sha256 }: IncomingFile): Promise<void> {
    const { folder, path } = this.#placeOf(sha256);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(from, path);
    await synced(folder);
    if (made !== undefined) await synced(this.#folder);
  }

  keep(file: IncomingFile, upload: Pick<Upload, 'user' | 'name' | 'type'>): Promise<void> {
    return this.#inTurn(async () => {
      await this.#put(file);
      this.#tables.keep(file, upload, this.now());
    });
  }

  bring(file: IncomingFile, known: CarriedFile): Promise<void> {
    return this.#inTurn(async () => {
      await this.#put(file);
      this.#tables.bring(known, this.now());
    });
  }

  async find(sha256: string) {
    return this.#tables.find(sha256);
  }

  async read(sha256: string): Promise<Readable> {
    const handle = await open(this.#placeOf(sha256).path, 'r');
    return createReadStream('', { fd: handle, autoClose: true });
  }

  async upload(sha256: string, user: string) {
    return this.#tables.upload(sha256, user);
  }

  async uploadsOf(user: string, limit: number) {
    return this.#tables.uploadsOf(user, limit);
  }

  async uploadedSince(user: string, since: number) {
    return this.#tables.uploadedSince(user, since);
  }

  async hold(sha256: string, stream: StreamName) {
    return this.#tables.hold(sha256, stream, this.now());
  }

  async uses(sha256: string) {
    return this.#tables.uses(sha256);
  }

  async confirm(sha256: string, stream: StreamName) {
    this.#tables.confirm(sha256, stream);
  }

  async release(sha256: string, stream: StreamName, before: number) {
    this.#tables.release(sha256, stream, before);
  }

  async unconfirmed(before: number, limit: number) {
    return this.#tables.unconfirmed(before, limit);
  }

  dropUnused(before: number): Promise<number> {
    return this.#inTurn(async () => {
      const gone = this.#tables.forgetUnused(before);
      for (const sha256 of gone) await rm(this.#placeOf(sha256).path, { force: true });
      await this.#dropUnknown(before);
      return gone.length;
    });
  }

  /** Bytes that no record knows: a process was killed between the two. */
  async #dropUnknown(before: number): Promise<void> {
    for (const start of (await readdir(this.#folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
      for (const sha256 of (await readdir(join(this.#folder, start))).filter(isDigest)) {
        if (this.#tables.find(sha256)) continue;
        const path = join(this.#folder, start, sha256);
        if ((await stat(path)).mtimeMs < before) await rm(path, { force: true });
      }
  }

  async *all(): AsyncGenerator<CarriedFile> {
    for (let file = this.#tables.after(''); file; file = this.#tables.after(file.sha256)) yield file;
  }

  async close(): Promise<void> {
    await this.#turn;
    this.#tables.close();
  }
}

export interface DiskFilesOptions {
  /** Whether nobody else works on the folder: what was left on its way in is swept. */
  readonly alone?: boolean;
  /** Milliseconds; the machine's clock by default. */
  readonly now?: () => number;
}

/** Opens the files of a data folder, made when missing. */
export const openDiskFileStore = async (
  dataFolder: string,
  { alone = false, now = Date.now }: DiskFilesOptions = {},
): Promise<FileStore> => {
  const store = new DiskFileStore(dataFolder, now);
  if (alone) store.sweepIncoming();
  return store;
};
