import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from './api-client.js';
import { bundledStandalone } from './bundled-standalone.js';
import { HttpTarget, writeClock } from './http-target.js';

export const adminPassword = 'acceptance-Password-1';

/** A port nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export interface StandaloneOptions {
  /** What "today" is when it starts: an instant; the clock file is `clock` beside the data folder. Absent: the machine's clock. */
  readonly now?: string;
  /** An existing data folder; else a temporary one that `remove` deletes. */
  readonly dataFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const readyWithin = 60_000;

/** A real Masar process over a data folder of its own, as an operator would start it. */
export class StandaloneProcess {
  readonly folder: string;
  readonly dataFolder: string;
  readonly clockFile: string;
  client!: ApiClient;
  /** Everything the process has said, for when something goes wrong. */
  output = '';
  private child: ChildProcess | undefined;
  private port = 0;

  private constructor(private readonly options: StandaloneOptions) {
    this.folder = mkdtempSync(join(tmpdir(), 'masar-acceptance-'));
    this.dataFolder = options.dataFolder ?? join(this.folder, 'data');
    this.clockFile = join(this.folder, 'clock');
    if (options.now !== undefined) writeFileSync(this.clockFile, options.now);
  }

  /** Starts, waits until ready and signs in as the administrator. */
  static async start(options: StandaloneOptions = {}): Promise<StandaloneProcess> {
    const started = new StandaloneProcess(options);
    await started.restart();
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? -1;
  }

  /** The environment the process runs with; the command line is given the same. */
  environment(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      HOST: '127.0.0.1',
      PORT: String(this.port),
      MASAR_DATA: this.dataFolder,
      MASAR_ADMIN_PASSWORD: adminPassword,
      MASAR_USER: 'admin',
      MASAR_PASSWORD: adminPassword,
      ...(this.options.now === undefined ? {} : { MASAR_TODAY: `@${this.clockFile}`, MASAR_ALLOW_TODAY: '1' }),
      ...this.options.environment,
    };
  }

  private launch(): ChildProcess {
    const main = bundledStandalone();
    const child = spawn(process.execPath, [main], {
      cwd: this.folder,
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => void (this.output = (this.output + chunk.toString()).slice(-200_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    return child;
  }

  /** Starts the process again over the same folder, on another free port. */
  async restart(): Promise<void> {
    this.port = await freePort();
    this.child = this.launch();
    await this.waitUntilReady();
    this.client = await new ApiClient(this.url).signIn('admin', adminPassword);
  }

  /** Tries to start where it should be refused; answers the exit code and what it said. */
  async startRefused(): Promise<{ readonly code: number | null; readonly said: string }> {
    this.port = await freePort();
    this.child = this.launch();
    const code = await this.exited(this.child, readyWithin);
    return { code, said: this.output };
  }

  static prepare(options: StandaloneOptions): StandaloneProcess {
    return new StandaloneProcess(options);
  }

  private async waitUntilReady(): Promise<void> {
    const until = Date.now() + readyWithin;
    let said = '';
    while (Date.now() < until) {
      if (this.child?.exitCode !== null && this.child?.exitCode !== undefined)
        throw new Error(`the process ended with ${this.child.exitCode} before it was ready:\n${this.output}`);
      const health = await fetch(`${this.url}/health/ready`).then(
        async (response) => [response.ok, await response.text()] as const,
        (fault: unknown) => [false, String(fault)] as const,
      );
      if (health[0]) return;
      said = health[1];
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`not ready within ${readyWithin} ms: ${said}\n${this.output}`);
  }

  private exited(child: ChildProcess, within: number): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
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
    const child = this.child;
    if (!child) return;
    child.kill('SIGKILL');
    await this.exited(child, 10_000);
  }

  /** Asks it to stop and waits; answers its exit code. */
  async stop(): Promise<number | null> {
    const child = this.child;
    if (!child) return null;
    child.kill('SIGTERM');
    return this.exited(child, 15_000);
  }

  /** Stops and deletes the folder. */
  async remove(): Promise<void> {
    await this.kill9();
    rmSync(this.folder, { recursive: true, force: true });
  }

  setNow(instant: string): void {
    writeClock(this.clockFile, instant);
  }

  target(): HttpTarget {
    return new HttpTarget(this.client, this.clockFile);
  }
}
