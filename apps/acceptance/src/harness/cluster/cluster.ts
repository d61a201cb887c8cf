import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../api-client.js';
import { bundledApp } from '../bundled-apps.js';
import { HttpTarget, writeClock } from '../http-target.js';
import { MasarProcess } from '../masar-process.js';
import type { RunningSystem } from '../running-system.js';
import { freePort } from '../server-tools.js';
import { startProxyOver, type Addresses, type Proxy } from './servers.js';

export const services = ['registry', 'projects', 'laws', 'policies', 'partners', 'imports', 'reporting'] as const;
export type Service = (typeof services)[number];

/** With two of reporting, one member is often given both topics of an initiative; with five, they fall apart. */
const usualInstances: Readonly<Record<Service, number>> = {
  registry: 1,
  projects: 2,
  laws: 2,
  policies: 1,
  partners: 1,
  imports: 1,
  reporting: 5,
};

export interface ClusterOptions {
  /** What "today" is when it starts: an instant. Absent: the machine's clock. */
  readonly now?: string;
  readonly instances?: Partial<Readonly<Record<Service, number>>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** One process of a cluster. */
export interface Instance {
  readonly service: Service;
  readonly name: string;
  readonly url: string;
  readonly process: MasarProcess;
}

const adminPassword = 'acceptance-Password-1';
/** As `masar sealing-key` writes it. */
const sealingKey = () => JSON.stringify({ keys: [{ kty: 'oct', k: randomBytes(32).toString('base64url') }] });

/** Masar as separate processes behind one proxy, over servers that are there. */
export class Cluster implements RunningSystem {
  client!: ApiClient;
  readonly instances: Instance[] = [];
  private proxy: Proxy | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'masar-cluster-'));
  private readonly clockFile = join(this.folder, 'clock');

  private constructor(
    private addresses: Addresses,
    private readonly options: ClusterOptions,
  ) {
    if (options.now !== undefined) writeFileSync(this.clockFile, options.now);
    const { privateKey } = generateKeyPairSync('ed25519');
    this.writeKey('session.key', JSON.stringify(privateKey.export({ format: 'jwk' })));
    this.writeKey('account.key', sealingKey());
    this.writeKey('webhook.key', sealingKey());
  }

  /** Starts the registry, then everything else at once; resolves when all of it is ready and the administrator is signed in. */
  static async start(addresses: Addresses, options: ClusterOptions = {}): Promise<Cluster> {
    const cluster = new Cluster(addresses, options);
    try {
      await cluster.begin();
      return cluster;
    } catch (fault) {
      await cluster.remove();
      throw fault;
    }
  }

  get url(): string {
    return this.proxy!.url;
  }

  get processes(): readonly string[] {
    return this.instances.map(({ url }) => url);
  }

  private async begin(): Promise<void> {
    const wanted = { ...usualInstances, ...this.options.instances };
    for (const service of services)
      for (let n = 1; n <= wanted[service]; n += 1) this.instances.push(await this.made(service, n));
    this.proxy = await startProxyOver(
      Object.fromEntries(services.map((service) => [service, this.of(service).map(({ url }) => url)])),
    );
    await this.restart();
  }

  async restart(): Promise<void> {
    await this.launch(this.of('registry'));
    await this.launch(this.instances.filter(({ service }) => service !== 'registry'));
    this.client = await new ApiClient(this.url).signIn('admin', adminPassword);
  }

  async stop(): Promise<void> {
    await Promise.all(this.instances.map(({ process }) => process.stop()));
  }

  private async made(service: Service, n: number): Promise<Instance> {
    const port = await freePort();
    const name = `${service}-${n}`;
    const main = bundledApp(service);
    const process = new MasarProcess({ main, folder: this.folder, environment: () => this.environment(name, port) });
    return { service, name, url: `http://127.0.0.1:${port}`, process };
  }

  private writeKey(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text, { mode: 0o600 });
  }

  private environment(name: string, port: number): Record<string, string> {
    const { kafka, truth, views } = this.addresses;
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      MASAR_DATA: join(this.folder, name),
      MASAR_EVENT_STORE: truth,
      MASAR_READ_MODELS: views,
      MASAR_EVENT_LOG: kafka,
      MASAR_ADMIN_PASSWORD: adminPassword,
      MASAR_SESSION_KEY: join(this.folder, 'session.key'),
      MASAR_ACCOUNT_KEY: join(this.folder, 'account.key'),
      MASAR_SEAL_KEY: join(this.folder, 'seal.key'),
      MASAR_WEBHOOK_KEY: join(this.folder, 'webhook.key'),
      ...(name.startsWith('registry') ? {} : { MASAR_REGISTRY_URL: this.url }),
      ...(this.options.now === undefined ? {} : { MASAR_TODAY: `@${this.clockFile}`, MASAR_ALLOW_TODAY: '1' }),
      ...this.options.environment,
    };
  }

  of(service: Service): readonly Instance[] {
    return this.instances.filter((one) => one.service === service);
  }

  /** Starts what is not running; resolves when all of it is ready. */
  async launch(instances: readonly Instance[] = this.instances): Promise<void> {
    const down = instances.filter(({ process }) => !process.isRunning);
    for (const { process } of down) process.launch();
    await Promise.all(down.map(({ process, url }) => process.ready(url)));
  }

  /** While everything runs. */
  async rebuild(): Promise<void> {
    await this.client.accept('/api/reporting/rebuild');
  }

  setNow(instant: string): void {
    writeClock(this.clockFile, instant);
  }

  target(): HttpTarget {
    return new HttpTarget(this.client, this.clockFile);
  }

  /** Where the truth lies: for the hands of an operator, or of an intruder. */
  get truth(): string {
    return this.addresses.truth;
  }

  /** From the next start on the services open another store. */
  pointAt(truth: string): void {
    this.addresses = { ...this.addresses, truth };
  }

  /** What an operator's command line is given; with `--url` it asks the running services. */
  operator(truth = this.truth): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.folder,
      MASAR_EVENT_STORE: truth,
      MASAR_USER: 'admin',
      MASAR_PASSWORD: adminPassword,
    };
  }

  /** What every process has said last, for when something goes wrong. */
  said(characters = 2_000): string {
    return this.instances.map(({ name, process }) => `--- ${name}\n${process.output.slice(-characters)}`).join('\n');
  }

  async remove(): Promise<void> {
    await Promise.all(this.instances.map(({ process }) => process.kill9()));
    await this.proxy?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
