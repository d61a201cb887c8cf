import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Linters that are no npm packages, in fixed versions, each fetched once into the cache by the client of its own registry.
 * Where that client is missing, or the registry away, there is no such tool, and whoever asked says so.
 */
const cache = fileURLToPath(new URL('../../node_modules/.cache/masar-lint', import.meta.url));
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));

const works = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, ...env } }).status === 0;

/** A folder of the cache named by what it is made of; undefined when it cannot be made. */
const made = (name, source, make) => {
  const folder = join(cache, `${name}-${createHash('sha256').update(source).digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, `${name}-part-`));
  if (make(part)) renameSync(part, folder);
  else rmSync(part, { recursive: true, force: true });
  return existsSync(folder) ? folder : undefined;
};

let packages;
/** Environment in which Python's tools of requirements.txt are found; undefined where they cannot be had. Without a virtual environment, whose scripts would not bear being moved. */
const pythonPackages = () => {
  packages ??= made('python', readFileSync(requirements), (folder) =>
    works('python3', ['-m', 'pip', 'install', '-q', '--no-deps', '--target', folder, '-r', requirements]),
  );
  return packages && { PYTHONPATH: packages, PATH: `${join(packages, 'bin')}:${process.env.PATH}` };
};

/** A tool of requirements.txt: `{ command, env }`, or undefined. */
export const pythonTool = (name) => {
  const env = pythonPackages();
  return env && { command: join(env.PYTHONPATH, 'bin', name), env };
};

/** A Go command by its package and version: `{ command, env }`, or undefined. */
export const goTool = (at) => {
  const name = basename(at.split('@')[0].replace(/\/v\d+$/, ''));
  const folder = made(`go-${name}`, at, (part) => works('go', ['install', at], { GOBIN: part, GOFLAGS: '-mod=mod' }));
  return folder && { command: join(folder, name), env: {} };
};
