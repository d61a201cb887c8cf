import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal, refuse } from '@masar/contracts';
import { FilesUnavailable, type IncomingFile } from './file-store.js';

/** Faults of a disk: the same file may be sent again when there is room. */
const ofDisk = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE', 'ENFILE']);

/** A fault as the edge tells it: of the disk, or of a connection that ended before the file did. */
const told = (fault: unknown): unknown => {
  if (fault instanceof Refusal) return fault;
  const { code, message } = fault as { code?: string; message?: string };
  if (code !== undefined && ofDisk.has(code)) return new FilesUnavailable(message ?? code, { cause: fault });
  const isCutOff = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR';
  return isCutOff ? new Refusal('body/malformed') : fault;
};

/**
 * Writes a stream into a file of its own, in pieces as they come, counting and digesting: never more of it in memory than a
 * piece. Refuses `body/too-large` at the first byte too many, and leaves nothing behind. On disk when it resolves.
 */
export const receiveFile = async (stream: Readable, folder: string, limit: number): Promise<IncomingFile> => {
  const path = join(folder, `${randomUUID()}.part`);
  const digest = createHash('sha256');
  let size = 0;
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      // Whoever sends too much is answered, which a stream that is destroyed with its connection could not be.
      for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > limit) refuse('body/too-large', { limit });
        digest.update(piece);
        await handle.writeFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { path, size, sha256: digest.digest('hex') };
  } catch (fault) {
    await rm(path, { force: true });
    throw told(fault);
  }
};
