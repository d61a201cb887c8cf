import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { StoredCommit } from '../commit/stored-commit.js';
import type { BesideTruth } from '../maintenance-port.js';
import { digestOfHeads, isSignedByItsKey, type SealHeader } from '../seal/seal.js';
import { archiveFormat, storedOf, type ArchiveEnd, type ArchiveHeader, type ArchiveLine } from './archive-format.js';
import { DamagedBackup, LineDigest, linesOf } from './archive-lines.js';
import type { Heads, StoredTruth } from './stored-truth.js';

/** A backup file as a store to copy from. Each reading to its end checks digest, counts and seals again. */
export class Archive implements StoredTruth {
  #commits = 0;

  constructor(
    readonly name: string,
    readonly header: ArchiveHeader,
    private readonly sealed: readonly SealHeader[],
    readonly beside: readonly BesideTruth[],
  ) {}

  async epoch(): Promise<string> {
    return this.header.epoch;
  }

  async *commits(upTo?: Heads): AsyncGenerator<StoredCommit> {
    const ends = new Map<string, readonly [version: number, hash: string]>();
    const counted = { streams: 0, commits: 0, events: 0 };
    for await (const line of contentOf(this.name)) {
      if ('end' in line) return this.checkEnd(line.end, counted, ends);
      if (!('commit' in line)) continue;
      const commit = storedOf(line.commit);
      counted.commits += 1;
      counted.events += commit.last - commit.first + 1;
      ends.set(commit.stream, [commit.last, commit.hashes.slice(-64)]);
      if (upTo === undefined || commit.last <= (upTo.get(commit.stream)?.version ?? 0)) yield commit;
    }
  }

  async count(): Promise<number> {
    return this.#commits;
  }

  async seals(): Promise<readonly SealHeader[]> {
    return this.sealed;
  }

  async close(): Promise<void> {}

  private checkEnd(
    end: ArchiveEnd,
    { commits, events }: { readonly commits: number; readonly events: number },
    ends: ReadonlyMap<string, readonly [version: number, hash: string]>,
  ): void {
    const heads = [...ends].map(([stream, [version, hash]]) => [stream, version, hash] as const);
    const digest = digestOfHeads(heads.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    const isWhole = end.commits === commits && end.events === events && end.streams === ends.size;
    if (!isWhole || digest !== end.digest)
      throw new DamagedBackup(this.name, 'it does not hold what its last line says');
    const forged = this.sealed.find((seal) => !isSignedByItsKey(seal));
    if (forged !== undefined)
      throw new DamagedBackup(this.name, `the signature of its seal ${forged.number} does not fit`);
    this.#commits = commits;
  }
}

const parsed = (file: string, line: Buffer): ArchiveHeader | ArchiveLine => {
  try {
    const content: unknown = JSON.parse(line.toString('utf8'));
    if (typeof content === 'object' && content !== null) return content as ArchiveHeader | ArchiveLine;
  } catch {
    // whatever is wrong with it
  }
  throw new DamagedBackup(file, 'a line of it cannot be read');
};

async function* linesOfFile(file: string): AsyncGenerator<Buffer> {
  const raw = createReadStream(file);
  const bytes = createGunzip();
  raw.on('error', (fault) => bytes.destroy(fault));
  try {
    yield* linesOf(raw.pipe(bytes));
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new DamagedBackup(file, why, { cause: fault });
  } finally {
    raw.destroy();
    bytes.destroy();
  }
}

/** Every line after the first; the last is believed only when all before it are as they were written. Throws `DamagedBackup`. */
async function* contentOf(file: string): AsyncGenerator<ArchiveLine> {
  const digest = new LineDigest();
  let isFirst = true;
  let last: ArchiveLine | undefined;
  for await (const line of linesOfFile(file)) {
    if (last !== undefined) throw new DamagedBackup(file, 'something follows its last line');
    const content = parsed(file, line);
    if ('end' in content) {
      if (content.end.sha256 !== digest.end()) throw new DamagedBackup(file, 'a byte of it was changed');
      last = content;
      continue;
    }
    digest.add(line);
    if (!isFirst) yield content as ArchiveLine;
    isFirst = false;
  }
  if (last === undefined) throw new DamagedBackup(file, 'its end is missing');
  yield last;
}

const headerOfFile = async (file: string): Promise<ArchiveHeader> => {
  for await (const line of linesOfFile(file)) {
    const header = parsed(file, line) as Partial<ArchiveHeader>;
    if (header.format !== archiveFormat)
      throw new DamagedBackup(
        file,
        `it is of the format ${header.format ?? 'of something else'}, not ${archiveFormat}`,
      );
    return header as ArchiveHeader;
  }
  throw new DamagedBackup(file, 'it is empty');
};

/** Reads what stands before the commits; whether the file is whole shows when they are read. Throws `DamagedBackup`. */
export const openArchive = async (path: string): Promise<Archive> => {
  const file = resolve(path);
  const header = await headerOfFile(file);
  const seals: SealHeader[] = [];
  const beside: BesideTruth[] = [];
  for await (const line of contentOf(file)) {
    if ('seal' in line) seals.push(line.seal);
    else if (!('beside' in line)) break;
    else if (line.beside.part === undefined) beside.push(line.beside);
  }
  return new Archive(file, header, seals, beside);
};

/** Parts of what is long and lies beside the truth, one by one in the order they were given. Throws `DamagedBackup`. */
export async function* partsOfArchive(path: string): AsyncGenerator<BesideTruth> {
  for await (const line of contentOf(resolve(path)))
    if ('beside' in line && line.beside.part !== undefined) yield line.beside;
    else if ('commit' in line) return;
}

const gzipMagic = Buffer.from([0x1f, 0x8b]);

/** Whether a file is a backup in lines; the other kind is a SQLite file. */
export const isArchive = async (file: string): Promise<boolean> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.equals(gzipMagic);
  } finally {
    await handle.close();
  }
};
