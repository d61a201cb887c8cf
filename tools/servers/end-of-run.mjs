import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './processes.mjs';

/** Ends every server that was started for a run, by the ids of their keepers, and removes the run's folder. */
export const endRun = async (folder) => {
  if (!existsSync(folder)) return;
  const keepers = readdirSync(folder)
    .filter((file) => file.endsWith('.pid'))
    .map((file) => Number(readFileSync(join(folder, file), 'utf8')))
    .filter(isAlive);
  for (const pid of keepers) process.kill(pid, 'SIGTERM');
  for (const end = Date.now() + 30_000; keepers.some(isAlive) && Date.now() < end;) await pause(50);
  rmSync(folder, { recursive: true, force: true });
};
