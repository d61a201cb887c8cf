import { globSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ourSources } from './our-sources.mjs';
import { missingPackages } from './missing-packages.mjs';

/*
 * `node tools/bundle/bundle.mjs apps/standalone`: one app and everything it stands on, from our sources to a few files in its
 * `bundle` folder. Node reads a handful of files at a start instead of 2,500, and a fresh clone runs without waiting for
 * the compiler: types are held by `npm run check`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const app = process.argv[2];
const outdir = `${root}/${app}/bundle`;

/** A thread is started from a file beside the one that starts it: each is an entry of its own. */
const threads = globSync('libs/*/src/**/*-thread.ts', { cwd: root });
const entryPoints = Object.fromEntries(
  [`${app}/src/main.ts`, ...threads].map((file) => [basename(file, '.ts'), `${root}/${file}`]),
);

/** What libraries of the older module kind expect to find around them. */
const surroundings = `
import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
`;

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
  plugins: [ourSources, missingPackages],
});
