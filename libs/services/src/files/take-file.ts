import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { refuse, type Actor } from '@masar/contracts';
import { fileKinds } from './file-kinds.js';
import { safeName } from './file-names.js';
import type { FileStore, KeptFile } from './file-store.js';
import { inspectFile } from './inspect-file.js';
import { receiveFile } from './receive-file.js';

const day = 24 * 60 * 60_000;
/** What one person may bring within a day; what is named as evidence stays, so that disks grow by work that is done. */
const mostADay = 500;

export interface SentFile {
  readonly stream: Readable;
  /** As its sender calls it. */
  readonly name?: string;
}

/** Takes a file in: counted, digested, looked at by its own bytes, and only then kept. What is refused leaves nothing behind. */
export const takeFile = async (
  files: FileStore,
  { stream, name: given }: SentFile,
  { user }: Actor,
  limit: number,
): Promise<KeptFile & { readonly name: string }> => {
  if ((await files.uploadedSince(user, Date.now() - day)) >= mostADay) refuse('file/too-many', { limit: mostADay });
  const file = await receiveFile(stream, files.incoming, limit);
  try {
    const type = await inspectFile(file.path, file.size, given);
    const name = safeName(given, fileKinds[type].ending);
    await files.keep(file, { user, name, type });
    return { sha256: file.sha256, size: file.size, type, name };
  } finally {
    await rm(file.path, { force: true });
  }
};
