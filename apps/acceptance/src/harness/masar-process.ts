import { spawn, type ChildProcess } from 'node:child_process';

/** A dozen processes that start at once on two busy cores take their time. */
const readyWithin = 180_000;
const outputKept = 200_000;
const lookEveryMs = 25;

export interface MasarProcessOptions {
  /** Path of the bundle's `main.js`. */
  readonly main: string;
  /** Folder it runs in. */
  readonly folder: string;
  readonly environment: () => Readonly<Record<string, string>>;
}

/** One process of Masar, as an operator would start it; started again after it was killed. */
export class MasarProcess {
  /** Everything the process has said, for when something goes wrong. */
  output = '';
  private child: ChildProcess | undefined;

  constructor(private readonly options: MasarProcessOptions) {}

  get pid(): number {
    return this.child?.pid ?? -1;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  launch(): void {
    const { main, folder, environment } = this.options;
    const child = spawn(process.execPath, [main], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => void (this.output = (this.output + chunk.toString()).slice(-outputKept));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.child = child;
  }

  /** Resolves when it says that it is ready; rejects with what it said when it ended or took too long. */
  async ready(url: string): Promise<void> {
    const until = Date.now() + readyWithin;
    let said = '';
    while (Date.now() < until) {
      if (!this.isRunning) throw new Error(`the process ended before it was ready:\n${this.output}`);
      const [isReady, text] = await fetch(`${url}/health/ready`).then(
        async (response) => [response.ok, await response.text()] as const,
        (fault: unknown) => [false, String(fault)] as const,
      );
      // Asked again: another process may listen there, and answer for one that could not.
      if (isReady && this.isRunning) return;
      said = text;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    throw new Error(`not ready within ${readyWithin} ms: ${said}\n${this.output}`);
  }

  /** Its exit code; rejects when it is still running after so many milliseconds. */
  exited(within = readyWithin): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child?.exitCode ?? null);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`still running after ${within} ms:\n${this.output}`)), within);
      child.once('exit', (code) => {
        clearTimeout(timer);
        resolve(code);
      });
    });
  }

  /** As pulling the plug of the process: no handler runs. */
  async kill9(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.exited(10_000);
  }

  /** Asks it to stop and waits; answers its exit code. */
  stop(): Promise<number | null> {
    this.child?.kill('SIGTERM');
    return this.exited(15_000);
  }
}
