import { spawnSync } from 'node:child_process';
import { requireNode } from './run/node-version.mjs';

requireNode();

/** What `npm run check` holds, cheapest first. Each step ends the run when it fails. */
const steps = [
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['the page knows the interface', ['tools/page/describe-client.mjs']],
  ['types', ['node_modules/typescript/bin/tsc', '--build']],
  ['boundaries need the project graph', ['node_modules/nx/dist/bin/nx.js', 'show', 'projects']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['styles name no side', ['node_modules/stylelint/bin/stylelint.mjs', 'apps/web/src/**/*.css', '--max-warnings', '0']],
  ['lints fail on their fixtures', ['tools/lint/fixtures-fail.mjs']],
  ['docker/ is as its own tools want it', ['tools/lint/docker.mjs']],
  ['generated files are fresh', ['tools/generate.mjs', '--check']],
];

for (const [name, command] of steps) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  console.log(`${status === 0 ? 'ok    ' : 'failed'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) process.exit(1);
}
