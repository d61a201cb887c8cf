import { bundled } from '../run/bundled.mjs';
import { requireNode } from '../run/node-version.mjs';
import { benchKafka } from './kafka-pipeline.mjs';
import { benchReads } from './reads.mjs';
import { benchUpdates } from './updates.mjs';
import { printMachine, printTable } from './table.mjs';

requireNode();
bundled('standalone');
bundled('cli');

/** `npm run bench [-- updates|reads|kafka]`: figures to compare within one run, never across machines. Load goes to 127.0.0.1 only. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const parts = { updates: benchUpdates, reads: benchReads, kafka: benchKafka };

printMachine();
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const table of await run({ seconds })) printTable(table);
}
process.exit(0);
