import { globSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ourSources } from './our-sources.mjs';
import { missingPackages } from './missing-packages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What libraries of the older module kind expect to find around them. */
const surroundings = `
import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
`;

/** One app and everything it stands on, into a folder; `before` are plugins that see our sources first. */
export const bundleApp = async (app, outdir, before = []) => {
  // A thread is started from a file beside the one that starts it: each is an entry of its own.
  const threads = globSync('libs/*/src/**/*-thread.ts', { cwd: root });
  const entryPoints = Object.fromEntries(
    [`${app}/src/main.ts`, ...threads].map((file) => [basename(file, '.ts'), `${root}/${file}`]),
  );
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    conditions: ['@masar/source'],
    banner: { js: surroundings },
    legalComments: 'eof',
    logLevel: 'warning',
    plugins: [...before, ourSources, missingPackages],
  });
};
