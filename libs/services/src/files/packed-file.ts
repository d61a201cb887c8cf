import { Refusal, refuse } from '@masar/contracts';
import { open as openPackage, type Entry, type ZipFile } from 'yauzl';

/** Bounds of what a document may unpack to, by what it says of itself: nothing of it is unpacked here. */
const mostEntries = 5_000;
const mostBytes = 512 * 1024 * 1024;
/** Text packs well; past this, and past so many bytes, it is made to burst. */
const mostRatio = 100;
const smallBytes = 20 * 1024 * 1024;

const isEncrypted = ({ generalPurposeBitFlag }: Entry): boolean => (generalPurposeBitFlag & 1) !== 0;
/** Programs inside a document, and packages inside a package, which nobody would look into. */
const runs = /(^|\/)vbaProject\.bin$|^basic\/|^scripts\/|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|zip|7z|rar)$/i;

/** Whether a file begins as packed ones do, also where it is empty or cut in pieces. */
export const looksPacked = (beginning: Buffer): boolean =>
  beginning.length >= 4 && beginning[0] === 0x50 && beginning[1] === 0x4b && [3, 5, 7].includes(beginning[2]!);

const opened = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    openPackage(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (fault, zip) =>
      fault ? reject(fault) : resolve(zip!),
    ),
  );

/** Each entry of the package's own list; ends with the first thing that is refused. */
const eachEntry = (zip: ZipFile, see: (entry: Entry) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try {
        see(entry);
        zip.readEntry();
      } catch (fault) {
        reject(fault);
      }
    });
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.readEntry();
  });

const unsafe = (because: string): never => refuse('file/unsafe', { because });

/** Refuses `file/unsafe` for a package that would burst, runs something, is locked, or leads out of its folder. */
export const requireHarmlessPackage = async (path: string, size: number): Promise<void> => {
  const zip = await opened(path).catch(() => unsafe('damaged'));
  let bytes = 0;
  let entries = 0;
  try {
    await eachEntry(zip, (entry) => {
      entries += 1;
      bytes += entry.uncompressedSize;
      if (entries > mostEntries || bytes > mostBytes) unsafe('too-large-inside');
      if (bytes > smallBytes && bytes > size * mostRatio) unsafe('too-large-inside');
      if (isEncrypted(entry)) unsafe('locked');
      if (runs.test(entry.fileName)) unsafe('runs-something');
    });
  } catch (fault) {
    // Names that lead out of the folder, entries that lie over each other: the list itself is a lie.
    if (!(fault instanceof Refusal)) unsafe('damaged');
    throw fault;
  } finally {
    zip.close();
  }
};
