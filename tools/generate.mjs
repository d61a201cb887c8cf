import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { root } from './run/bundled.mjs';
import { requireNode } from './run/node-version.mjs';

requireNode();

/**
 * Runs every generator under tools/generate. With `--check` the working tree must not change:
 * what is checked in is what the sources say today.
 */
/** Generators read our sources as they are, like the tests. */
const fromSources = ['--conditions=@masar/source', '--import', './tools/run/sources.mjs'];
const check = process.argv.includes('--check');
const generators = readdirSync(new URL('generate', import.meta.url)).filter((name) => name.endsWith('.generator.mjs'));
for (const name of generators) {
  const command = [...fromSources, `tools/generate/${name}`, ...(check ? ['--check'] : [])];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', cwd: root });
  if (status !== 0) {
    if (check) console.error(`${name}: what is checked in is not what the sources say; run npm run generate`);
    process.exit(1);
  }
}
