import { bundled } from '../run/bundled.mjs';
import { requireNode } from '../run/node-version.mjs';
import { benchCluster } from './cluster.mjs';
import { benchGuard } from './guard.mjs';
import { benchHashing } from './hashing.mjs';
import { benchKafka } from './kafka-pipeline.mjs';
import { benchPage } from './page.mjs';
import { benchReads } from './reads.mjs';
import { benchUpdates } from './updates.mjs';
import { printMachine, printTable } from './table.mjs';

requireNode();
bundled('standalone');
bundled('cli');

/** `npm run bench [-- updates|guard|hashing|reads|page|kafka|cluster]`: figures to compare within one run, never across machines. Load goes to 127.0.0.1 only. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const parts = {
  updates: benchUpdates,
  guard: benchGuard,
  hashing: benchHashing,
  reads: benchReads,
  page: benchPage,
  kafka: benchKafka,
  cluster: benchCluster,
};

printMachine();
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  // Some answer all their tables, others one after the other.
  for await (const table of await run({ seconds })) printTable(table);
}
process.exit(0);
