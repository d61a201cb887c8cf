import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const lockFolder = (): string =>
  join(tmpdir(), `masar-build-${createHash('sha256').update(workspaceRoot()).digest('hex').slice(0, 12)}`);

/** Lets one process at a time build; a lock left behind by a killed one is taken over after five minutes. */
const withLock = (work: () => void): void => {
  const lock = lockFolder();
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

const runLasts = 900_000;

/** What is bundled together: whoever needs one of a group soon needs the others. */
const groups = [
  ['standalone', 'cli', 'web'],
  ['registry', 'projects', 'laws', 'policies', 'partners', 'imports', 'reporting'],
] as const;
export type App = (typeof groups)[number][number];
type Group = (typeof groups)[number];

/** Left in the temporary folder for the other files and workers of this run, so that each does not ask nx again. */
const markOf = (group: Group, pid: number): string => `${lockFolder()}-${group[0]}-${pid}`;

const builtInThisRun = (group: Group): boolean =>
  [process.pid, process.ppid].some((pid) => {
    const mark = markOf(group, pid);
    return existsSync(mark) && Date.now() - statSync(mark).mtimeMs < runLasts;
  });

const bundle = (root: string, group: Group): void => {
  if (builtInThisRun(group)) return;
  const names = group.map((app) => `@masar/${app}`).join(',');
  const words = ['run-many', '-t', 'bundle', '-p', names, '--outputStyle=static'];
  execFileSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), ...words], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const pid of [process.pid, process.ppid]) writeFileSync(markOf(group, pid), '');
};

/**
 * Bundles an app, and those it runs beside, through nx (seconds, or nothing when its cache holds them) and answers its
 * `main.js` (of the page, its `index.html`). Once a run; `MASAR_ACCEPTANCE_BUILT=1` takes what is there.
 */
export const bundledApp = (app: App): string => {
  const root = workspaceRoot();
  const main = join(root, `apps/${app}/bundle/${app === 'web' ? 'index.html' : 'main.js'}`);
  const group = groups.find((one) => (one as readonly string[]).includes(app))!;
  if (process.env['MASAR_ACCEPTANCE_BUILT'] !== '1' && !builtInThisRun(group)) withLock(() => bundle(root, group));
  if (!existsSync(main)) throw new Error(`${main} is not there after bundling`);
  return main;
};
