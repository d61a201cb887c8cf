import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from './api-client.js';
import { bundledApp } from './bundled-apps.js';
import { masar } from './command-line.js';
import { HttpTarget, writeClock } from './http-target.js';
import { MasarProcess } from './masar-process.js';
import { freePort } from './server-tools.js';
import type { RunningSystem } from './running-system.js';

export const adminPassword = 'acceptance-Password-1';

export interface StandaloneOptions {
  /** What "today" is when it starts: an instant; the clock file is `clock` beside the data folder. Absent: the machine's clock. */
  readonly now?: string;
  /** An existing data folder; else a temporary one that `remove` deletes. */
  readonly dataFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A real Masar process over a data folder of its own, as an operator would start it. */
export class StandaloneProcess implements RunningSystem {
  readonly folder: string;
  readonly dataFolder: string;
  readonly clockFile: string;
  client!: ApiClient;
  private readonly process: MasarProcess;
  private port = 0;

  private constructor(private readonly options: StandaloneOptions) {
    this.folder = mkdtempSync(join(tmpdir(), 'masar-acceptance-'));
    this.dataFolder = options.dataFolder ?? join(this.folder, 'data');
    this.clockFile = join(this.folder, 'clock');
    if (options.now !== undefined) writeFileSync(this.clockFile, options.now);
    this.process = new MasarProcess({
      main: bundledApp('standalone'),
      folder: this.folder,
      environment: () => this.environment(),
    });
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

  get processes(): readonly string[] {
    return [this.url];
  }

  get pid(): number {
    return this.process.pid;
  }

  /** Everything the process has said, for when something goes wrong. */
  get output(): string {
    return this.process.output;
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

  /** Starts the process again over the same folder, on another free port. */
  async restart(): Promise<void> {
    this.port = await freePort();
    await this.comeBack();
  }

  /** Starts the process again where it was: whoever had its address finds it there. */
  async comeBack(): Promise<void> {
    this.process.launch();
    await this.process.ready(this.url);
    this.client = await new ApiClient(this.url).signIn('admin', adminPassword);
  }

  /** Tries to start where it should be refused; answers the exit code and what it said. */
  async startRefused(): Promise<{ readonly code: number | null; readonly said: string }> {
    this.port = await freePort();
    this.process.launch();
    const code = await this.process.exited();
    return { code, said: this.output };
  }

  static prepare(options: StandaloneOptions): StandaloneProcess {
    return new StandaloneProcess(options);
  }

  /** As pulling the plug of the process: no handler runs. */
  kill9(): Promise<void> {
    return this.process.kill9();
  }

  /** Asks it to stop and waits; answers its exit code. */
  stop(): Promise<number | null> {
    return this.process.stop();
  }

  /** On the folder, by the command line, while nothing runs. */
  async rebuild(): Promise<void> {
    await this.stop();
    const { code, stderr } = await masar(this.environment(), 'rebuild');
    if (code !== 0) throw new Error(`rebuild exits ${code}: ${stderr}`);
    await this.restart();
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
