import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runFolder, runOwner } from './run-folder.mjs';

const keeper = fileURLToPath(new URL('./keeper.mjs', import.meta.url));
const patienceMs = 180_000;

/** @typedef {{ url?: string, how: string }} ServerAnswer `url` is absent where none can be had; `how` says in words which it is, or why none. */

/** Whole or not at all, since other processes wait for it. */
export const tell = (folder, name, answer) => {
  const file = join(folder, `${name}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(answer));
  renameSync(`${file}.part`, file);
};

/** True for one process of the run: the first to ask. */
const isFirst = (folder, name) => {
  try {
    closeSync(openSync(join(folder, `${name}.asked`), 'wx'));
    return true;
  } catch (fault) {
    if (fault.code === 'EEXIST') return false;
    throw fault;
  }
};

const startKeeper = (folder, name) => {
  const log = openSync(join(folder, `${name}.log`), 'a');
  const args = [keeper, name, folder, String(runOwner(folder))];
  spawn(process.execPath, args, { detached: true, stdio: ['ignore', log, log] }).unref();
  closeSync(log);
};

const answered = async (folder, name) => {
  const file = join(folder, `${name}.json`);
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(50))
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return { how: `none: it was not ready within ${patienceMs / 1000} s, see ${join(folder, `${name}.log`)}` };
};

/**
 * The server of this run: `given` (a URL from the environment) or one that a keeper starts, once, and ends with the run.
 * The first to ask says in one line which it is. `name` is a folder beside this file with a `keep.mjs`.
 * @returns {Promise<ServerAnswer>}
 */
export const sharedServer = async (name, title, given) => {
  const folder = runFolder();
  const first = isFirst(folder, name);
  if (first && given) tell(folder, name, { url: given.url, how: `the one ${given.variable} names` });
  if (first && !given) startKeeper(folder, name);
  const answer = await answered(folder, name);
  if (first)
    process.stderr.write(`\n>>> ${title} for tests: ${answer.how}${answer.url ? '' : '. ITS TESTS ARE SKIPPED'}\n`);
  return answer;
};
