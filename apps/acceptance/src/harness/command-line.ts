import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { workspaceRoot } from './bundled-apps.js';

export interface CommandLineAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `masar …` as `npm run masar -- …` would, over the data folder that `environment` names. */
export const masar = (environment: Record<string, string>, ...words: readonly string[]): Promise<CommandLineAnswer> =>
  new Promise((resolve) => {
    const main = join(workspaceRoot(), 'apps/cli/bundle/main.js');
    execFile(
      process.execPath,
      [main, ...words],
      { env: environment, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
