import type { Entry, ZipFile } from 'yauzl';
import type { FaultCode } from '../fault.js';
import { importLimits } from '../limits.js';

const opened = async (bytes: Uint8Array): Promise<ZipFile> => {
  // Loaded when a workbook comes. By its default: what a bundler makes of an older module has no other name.
  const { default: yauzl } = await import('yauzl');
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
      (broken, zip) => (broken ? reject(broken) : resolve(zip!)),
    ),
  );
};

/**
 * What stands against unpacking a workbook, by its own list of contents and before anything is unpacked: too many parts,
 * more bytes than a table needs, a lock. Who unpacks it holds each part to the size that is stated here.
 */
export const packedFault = async (bytes: Uint8Array): Promise<FaultCode | undefined> => {
  const zip = await opened(bytes).catch(() => undefined);
  if (!zip) return 'workbook/unreadable';
  if (zip.entryCount > importLimits.parts) return 'file/too-large';
  let unpacked = 0;
  return new Promise((resolve) => {
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      if (unpacked > importLimits.unpacked) resolve('file/too-large');
      else if ((entry.generalPurposeBitFlag & 1) !== 0) resolve('workbook/locked');
      else zip.readEntry();
    });
    zip.once('end', () => resolve(undefined));
    zip.once('error', () => resolve('workbook/unreadable'));
    zip.readEntry();
  });
};
