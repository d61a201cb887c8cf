import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { openDiskFileStore } from '../sqlite/disk-file-store.js';
import { receiveFile } from '../receive-file.js';

/* A process to be killed: takes files in without end, several at once, and prints the digest of each after it was kept. */
const store = await openDiskFileStore(process.argv[2]!);

const bringForEver = async (): Promise<void> => {
  for (;;) {
    const file = await receiveFile(Readable.from([randomBytes(200_000)]), store.incoming, 1_000_000);
    await store.keep(file, { user: 'sara', name: 'x.txt', type: 'text/plain' });
    process.stdout.write(`${file.sha256}\n`);
  }
};
await Promise.all([bringForEver(), bringForEver(), bringForEver()]);
