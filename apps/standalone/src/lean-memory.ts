import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** Megabytes of each half of the young generation: V8 would let it grow to 16, and with it everything that survives by chance. */
const youngGeneration = '--max-semi-space-size=4';
/** How far beyond what is alive the old generation may grow before it is collected, per cent; V8 would let it quadruple. */
const growth = '--heap-growing-percent=40';
/** glibc keeps freed memory in a pool for each thread; two pools serve all of them. Elsewhere nobody reads this. */
const pools = { MALLOC_ARENA_MAX: '2' };

const isSized = (): boolean =>
  [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].some((flags) => flags.includes('semi-space-size'));

/**
 * Keeps the process small: a standalone serves an office, not a data centre. The young generation can be sized only when
 * Node begins, so the process begins again in place (same id, same streams) with the flag. Where the system cannot do that,
 * where a parent talks to it over a channel, or where somebody has sized it already, it goes on as it is.
 */
export const beginLean = (main: string): void => {
  setFlagsFromString(growth);
  if (isSized() || process.connected || process.platform === 'win32' || !process.execve) return;
  const environment = Object.fromEntries(
    Object.entries({ ...pools, ...process.env }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  process.execve(
    process.execPath,
    [process.execPath, youngGeneration, ...process.execArgv, fileURLToPath(main), ...process.argv.slice(2)],
    environment,
  );
};
