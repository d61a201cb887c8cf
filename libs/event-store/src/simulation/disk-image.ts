import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tornWrite, type SeededRandom } from '@masar/testing';

/** The two files of a store; the third (`-shm`) is rebuilt from them. */
export interface DiskImage {
  readonly main: Buffer;
  readonly log: Buffer;
}

const read = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));

export const readImage = (file: string): DiskImage => ({ main: read(file), log: read(`${file}-wal`) });

export const writeImage = (file: string, { main, log }: DiskImage): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  writeFileSync(file, main);
  if (log.length > 0) writeFileSync(`${file}-wal`, log);
};

const headerLength = 32;

/**
 * The disk at a power cut during a commit. SQLite appends to its log and syncs it; when it starts the log anew it syncs the
 * new header before it writes over old frames, so that either the header is torn alone or it is there.
 */
export const cutDuringCommit = (synced: DiskImage, written: DiskImage, random: SeededRandom): DiskImage => {
  const header = (image: DiskImage) => image.log.subarray(0, headerLength);
  if (synced.log.length === 0 || header(synced).equals(header(written)))
    return { main: synced.main, log: tornWrite(synced.log, written.log, random) };
  const renewed = Buffer.concat([header(written), synced.log.subarray(headerLength)]);
  if (random.chance(0.3)) {
    const kept = random.below(headerLength + 1);
    const torn = Buffer.concat([written.log.subarray(0, kept), synced.log.subarray(kept)]);
    return { main: synced.main, log: torn };
  }
  const log = tornWrite(renewed, written.log, random);
  header(written).copy(log);
  return { main: synced.main, log };
};

/** The disk at a power cut while the log is folded into the main file: the log was synced before, the main file may be torn. */
export const cutDuringCheckpoint = (synced: DiskImage, written: DiskImage, random: SeededRandom): DiskImage => ({
  main: tornWrite(synced.main, written.main, random),
  log: synced.log,
});
