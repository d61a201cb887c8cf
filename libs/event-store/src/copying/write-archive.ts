import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BackupAnswer, BesideTruth, Seal } from '../maintenance-port.js';
import type { SealHead } from '../seal/seal.js';
import { archivedOf, archiveFormat, type ArchiveHeader, type ArchiveLine } from './archive-format.js';
import { LineDigest } from './archive-lines.js';
import { syncToDisk } from './durable-file.js';
import { openArchive } from './read-archive.js';
import type { StoredTruth } from './stored-truth.js';
import { believed, digestOf, sealHeadsOf, surveyed, type Survey } from './survey.js';

type Beside = Iterable<BesideTruth> | AsyncIterable<BesideTruth>;

export interface ArchiveContents {
  readonly beside?: Beside;
  /** Makes the seal that the backup ends its list of seals with. */
  readonly seal?: (heads: readonly SealHead[]) => Promise<Seal>;
}

async function* linesOfArchive(source: StoredTruth, told: Survey, beside: Beside) {
  const digest = new LineDigest();
  const line = (content: ArchiveHeader | ArchiveLine): string => {
    const text = JSON.stringify(content);
    if (!('end' in content)) digest.add(text);
    return `${text}\n`;
  };
  yield line({ format: archiveFormat, epoch: await source.epoch(), madeAt: new Date().toISOString() });
  for (const seal of await source.seals()) yield line({ seal });
  for await (const one of beside) yield line({ beside: one });
  for await (const [commit] of believed(source, told.heads)) yield line({ commit: archivedOf(commit) });
  const { streams, commits, events } = told;
  yield line({ end: { streams, commits, events, digest: digestOf(told), sha256: digest.end() } });
}

/**
 * Copies a store into a file while others write, up to a bound that holds still. The store was read to its end before,
 * and the file to its end after it was written, before it is called a backup. Writes over nothing.
 */
export const writeArchive = async (
  source: StoredTruth,
  target: string,
  { beside = [], seal }: ArchiveContents = {},
): Promise<BackupAnswer> => {
  const file = resolve(target);
  if (existsSync(file)) throw new Error(`${file} is there already; a backup writes over nothing`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const told = await surveyed(source);
  await seal?.(sealHeadsOf(told.heads));
  const lines = Readable.from(linesOfArchive(source, told, beside));
  // Hashes and passwords' digests: nobody else's to read.
  await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
  const archive = await openArchive(unfinished);
  await surveyed(archive);
  syncToDisk(unfinished);
  renameSync(unfinished, file);
  syncToDisk(dirname(file));
  return { file, epoch: archive.header.epoch, streams: told.streams, events: told.events };
};
