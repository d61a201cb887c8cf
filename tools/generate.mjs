import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { build, root } from './run/built.mjs';
import { requireNode } from './run/node-version.mjs';

requireNode();
build('@masar/standalone');

/**
 * Runs every generator under tools/generate. With `--check` the working tree must not change:
 * what is checked in is what the sources say today.
 */
const check = process.argv.includes('--check');
const generators = readdirSync(new URL('generate', import.meta.url)).filter((name) => name.endsWith('.generator.mjs'));
for (const name of generators) {
  const { status } = spawnSync(process.execPath, [`tools/generate/${name}`, ...(check ? ['--check'] : [])], {
    stdio: 'inherit',
    cwd: root,
  });
  if (status !== 0) {
    if (check) console.error(`${name}: what is checked in is not what the sources say; run npm run generate`);
    process.exit(1);
  }
}
