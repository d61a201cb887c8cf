import { runFaultSimulation, runKillRounds } from './index.js';

/*
 * The acceptance run: `run.js [seeds] [kills] [first seed]`, by default 60 seeds of 5 crashes and 20 kills. Prints what was
 * survived; ends with 1 and the seed when a promise was broken.
 */
const [seeds = 60, kills = 20, first = 1] = process.argv.slice(2).map(Number);

try {
  const simulated = runFaultSimulation({ seeds: Array.from({ length: seeds }, (_, index) => first + index) });
  console.log(JSON.stringify({ simulated }));
  console.log(JSON.stringify({ killed: await runKillRounds({ rounds: kills, seed: first }) }));
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 1;
}
