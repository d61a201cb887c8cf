import { migrateStore, restoreStore } from '../maintenance.js';

/* A process to be killed: moves a store into another, or restores a backup, and prints how far it has come. */
const [from, to] = process.argv.slice(2);
const onProgress = ({ commits, of }: { commits: number; of: number }) => process.stdout.write(`${commits}/${of}\n`);
if (from!.includes(':')) await migrateStore(from!, to!, { onProgress });
else await restoreStore(from!, to!, { onProgress });
