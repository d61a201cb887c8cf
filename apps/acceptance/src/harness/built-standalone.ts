import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';

/** The root of the workspace, whether this file runs from `src` or from `dist`. */
export const workspaceRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'nx.json'))) folder = dirname(folder);
  return folder;
};

const sleep = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

const staleAfter = 300_000;

/** Lets one process at a time build; a lock left behind by a killed one is taken over after five minutes. */
const withLock = (work: () => void): void => {
  const lock = join(tmpdir(), `masar-build-${createHash('sha256').update(workspaceRoot()).digest('hex').slice(0, 12)}`);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > staleAfter) rmSync(lock, { recursive: true, force: true });
      else sleep(200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
};

let built: string | undefined;

/** Builds the standalone through nx (seconds, or nothing when its cache holds it) and answers its `main.js`. */
export const builtStandalone = (): string => {
  if (built !== undefined) return built;
  const root = workspaceRoot();
  const main = join(root, 'apps/standalone/dist/main.js');
  if (process.env['MASAR_ACCEPTANCE_BUILT'] !== '1') {
    withLock(() => {
      const bin = join(root, 'node_modules/nx/dist/bin/nx.js');
      execFileSync(
        process.execPath,
        [bin, 'run-many', '-t', 'build', '-p', '@masar/standalone,@masar/cli', '--outputStyle=static'],
        {
          cwd: root,
          env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '', FORCE_COLOR: '0' },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
    });
  }
  if (!existsSync(main)) throw new Error(`${main} is not there after the build`);
  built = main;
  return main;
};
