import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles one app with what it stands on, and those it serves beside itself, and answers its `main.js`; the cache makes a
 * second call cheap. Ends the process when that fails.
 */
export const bundled = (app, ...beside) => {
  const projects = [app, ...beside].map((name) => `@masar/${name}`).join(',');
  const nx = spawnSync(
    process.execPath,
    ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'bundle', '-p', projects, '--outputStyle=static'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } },
  );
  if (nx.status !== 0) {
    process.stderr.write(`${nx.stdout ?? ''}${nx.stderr ?? ''}\n`);
    process.exit(nx.status ?? 1);
  }
  return `${root}apps/${app}/bundle/main.js`;
};
