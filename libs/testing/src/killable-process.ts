import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface KillableProcess {
  /** Lines the child has printed so far, in order. */
  readonly lines: readonly string[];
  /** Resolves when the child has printed so many lines; rejects when it ends before. */
  printed(count: number): Promise<void>;
  /** `kill -9`, and waits until the process is gone. */
  kill(): Promise<void>;
  /** Resolves with the exit code (null: killed) when it ends by itself. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts a script (`.ts` sources run as they are, with the options this process was started with) that prints a line for
 * each thing it was acknowledged, so that a test can kill it in the middle and compare.
 */
export const spawnKillable = (script: string, args: readonly string[] = []): KillableProcess => {
  const child = spawn(process.execPath, [...process.execArgv, script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const faults: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk: Buffer) => faults.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    lines,
    ended,
    printed: (count) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (lines.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void ended.then((code) =>
          reject(new Error(`${script} ended (${code}) after ${lines.length} lines: ${faults.join('')}`)),
        );
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
