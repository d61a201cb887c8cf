import { open, type FileHandle } from 'node:fs/promises';
import { refuse } from '@masar/contracts';
import { isFileType, type FileType } from './file-kinds.js';
import { looksPacked, requireHarmlessPackage } from './packed-file.js';

const pieceBytes = 64 * 1024;
/** Control characters that no text has, beside tab, line feed, form feed and carriage return. */
const isControl = (byte: number): boolean => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13;
/** What a program might take for a page or a drawing, and run what is in it. */
const markup = /^\s*<(?:!|\?|[a-z])/i;

async function* piecesOf(handle: FileHandle): AsyncGenerator<Buffer> {
  const piece = Buffer.alloc(pieceBytes);
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(piece, 0, pieceBytes, at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** Whether all of it is text in UTF-8 that is not markup. */
const isText = async (handle: FileHandle): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of piecesOf(handle)) {
      if (piece.some(isControl)) return false;
      const text = decoder.decode(piece, { stream: true });
      if (isFirst && markup.test(text)) return false;
      isFirst = false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
};

const isTable = (name: string | undefined): boolean => /\.csv$/i.test(name ?? '');

/**
 * What a file is, by its own bytes: what it is called and what its sender said of it count for nothing, but whether text is a
 * table. Refuses `file/empty`, `file/type-not-allowed`, and `file/unsafe` for what is packed and would do harm unpacked.
 */
export const inspectFile = async (path: string, size: number, name?: string): Promise<FileType> => {
  if (size === 0) return refuse('file/empty');
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (looksPacked(buffer.subarray(0, bytesRead))) await requireHarmlessPackage(path, size);
    const { fileTypeFromFile } = await import('file-type');
    const type = (await fileTypeFromFile(path))?.mime as string | undefined;
    if (isFileType(type)) return type;
    if (type === undefined && (await isText(handle))) return isTable(name) ? 'text/csv' : 'text/plain';
    return refuse('file/type-not-allowed', type === undefined ? {} : { type });
  } finally {
    await handle.close();
  }
};
