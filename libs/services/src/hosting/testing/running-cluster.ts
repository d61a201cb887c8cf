import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { databaseOfItsOwn, temporaryFolder } from '@masar/testing';
import { writeSigningKey } from '../../sessions/index.js';

const script = fileURLToPath(new URL('service-process.ts', import.meta.url));
const password = 'correct-horse-battery';

export interface RunningService {
  readonly url: string;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
  /** Holds it where it stands, so that what it has done can be read before it is killed; `goOn` lets it work again. */
  hold(): void;
  goOn(): void;
  /** Asks it to stop in order; answers its exit code. */
  stop(): Promise<number | null>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

const startProcess = async (service: string, env: Readonly<Record<string, string>>): Promise<RunningService> => {
  const child: ChildProcess = spawn(process.execPath, [...process.execArgv, script, service], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return gone;
  };
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    void gone.then((code) => reject(new Error(`${service} ended (${code}): ${said.slice(-3000)}`)));
  });
  return {
    url,
    kill: async () => void (await ended('SIGKILL')),
    hold: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    stop: () => ended('SIGTERM'),
  };
};

/** Services of one cluster as processes of their own, over one truth and one broker. */
export class RunningCluster {
  readonly eventStore: string;
  readonly readModels: string;
  readonly eventLog: string;
  readonly #folder = temporaryFolder();
  readonly #services = new Set<RunningService>();
  #registry: RunningService | undefined;
  #token = '';

  constructor(
    mongo: string,
    kafka: string,
    /** What every service is told besides. */
    private readonly settings: Readonly<Record<string, string>> = {},
  ) {
    this.eventStore = databaseOfItsOwn(mongo);
    this.readModels = databaseOfItsOwn(mongo);
    this.eventLog = `${kafka}${kafka.includes('?') ? '&' : '?'}prefix=masar-${randomUUID().slice(0, 8)}&partitions=3`;
  }

  /** `more` is set beside what every process of the cluster is given, or in its place. */
  async start(
    service: 'registry' | 'projects' | 'imports' | 'reporting',
    more: Readonly<Record<string, string>> = {},
  ): Promise<RunningService> {
    const started = await startProcess(service, {
      PORT: '0',
      MASAR_DATA: this.#folder.file(`${service}-${randomUUID().slice(0, 4)}`),
      MASAR_EVENT_STORE: this.eventStore,
      MASAR_READ_MODELS: this.readModels,
      MASAR_EVENT_LOG: this.eventLog,
      MASAR_SESSION_KEY: this.#folder.file('session.key'),
      MASAR_ADMIN_PASSWORD: password,
      MASAR_LOG: 'warn',
      ...(this.#registry ? { MASAR_REGISTRY_URL: this.#registry.url } : {}),
      ...this.settings,
      ...more,
    });
    this.#services.add(started);
    return started;
  }

  /** The registry, and a session of the administrator. */
  async begin(more: Readonly<Record<string, string>> = {}): Promise<RunningService> {
    await writeSigningKey(this.#folder.file('session.key'));
    this.#registry = await this.start('registry', more);
    const { body } = await this.send(this.#registry, 'POST', '/api/session', { user: 'admin', password });
    this.#token = body.token;
    return this.#registry;
  }

  async send(
    { url }: RunningService,
    method: string,
    path: string,
    body?: object | string | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const isBytes = body instanceof Uint8Array;
    const media = isBytes ? 'application/octet-stream' : typeof body === 'string' ? 'text/csv' : 'application/json';
    const sent = isBytes || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
        ...(body === undefined ? {} : { 'content-type': media }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: sent as string }),
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
  }

  /** A file of the cluster's own, which goes with it. */
  file(name: string): string {
    return this.#folder.file(name);
  }

  /** Until a process says it is ready. */
  async ready(service: RunningService): Promise<void> {
    for (let tried = 0; tried < 600; tried += 1) {
      if ((await this.send(service, 'GET', '/health/ready')).status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`not ready: ${JSON.stringify((await this.send(service, 'GET', '/health/ready')).body)}`);
  }

  async end(): Promise<void> {
    await Promise.all([...this.#services].map((service) => service.kill()));
    this.#folder.remove();
  }
}
