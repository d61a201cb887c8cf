import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { isAlive } from './processes.mjs';
import { tell } from './shared-server.mjs';

/*
 * Keeps one server of a run of tests: `keeper.mjs <name> <folder> <owner>`. A process of its own, so that the server
 * outlives the worker that asked for it and ends with the run, even when the run is killed.
 */
const [name, folder, owner] = process.argv.slice(2);

writeFileSync(join(folder, `${name}.pid`), String(process.pid));
const { keep } = await import(`./${name}/keep.mjs`);
let kept;
try {
  kept = await keep(folder);
} catch (fault) {
  kept = { how: `none: ${fault instanceof Error ? fault.message : String(fault)}` };
}
tell(folder, name, { url: kept.url, how: kept.how });

let ending = false;
const end = async () => {
  if (ending) return;
  ending = true;
  await kept.stop?.();
  // Whoever is killed cannot tidy up after himself.
  if (!isAlive(Number(owner))) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, end);
if (kept.url === undefined) await end();
setInterval(() => {
  if (!isAlive(Number(owner))) void end();
}, 500);
