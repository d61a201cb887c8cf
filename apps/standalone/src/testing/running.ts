import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { readSettings } from '@masar/nest-kit';
import { undocumentedBy } from './documented.js';
import { openStandalone } from '@masar/services';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  /** The body as it came, where it is a file. */
  readonly raw: Buffer;
}

export interface Running {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, url: string, headers: Record<string, string>, payload?: string | Buffer): Promise<Answer>;
  readonly token: string;
}

/** A busy machine starts slowly; a start that was given up on would be left running. */
const patience = 60_000;

export const password = 'correct-horse-battery';
/** Settings over a new folder of its own under the system's temporary one. */
export const settingsOf = (folder: string, env: Record<string, string> = {}) =>
  readSettings({
    MASAR_DATA: join(folder, 'data'),
    MASAR_SEAL_KEY: join(folder, 'keys', 'seal.key'),
    MASAR_ADMIN_PASSWORD: password,
    MASAR_LOG: 'silent',
    PORT: '0',
    ...env,
  });

/**
 * A standalone over a folder of its own for one spec file, signed in as the administrator; nothing listens. The file fails
 * when a route answered something that the OpenAPI document does not say of it.
 */
export const runningStandalone = (name: string, env: Record<string, string> = {}): (() => Running) => {
  let running: Running & { stop(): Promise<void> };
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), `masar-${name}-`));
    const { host } = await openStandalone(settingsOf(folder, env));
    const undocumentedIn = undocumentedBy((await host.app.inject({ url: '/api/openapi.json' })).json());
    const undocumented = new Set<string>();
    const send = async (
      method: string,
      url: string,
      headers: Record<string, string>,
      payload?: string | Buffer,
    ): Promise<Answer> => {
      const answer = await host.app.inject({
        method: method as 'GET',
        url,
        headers,
        ...(payload === undefined ? {} : { payload }),
      });
      const json = String(answer.headers['content-type']).includes('json') && answer.body !== '';
      const body = json ? answer.json() : answer.body;
      const media = String(answer.headers['content-type']).split(';')[0]!;
      for (const what of undocumentedIn(method, url, answer.statusCode, media, body))
        undocumented.add(`${method} ${url}: ${answer.statusCode} ${what}`);
      return { status: answer.statusCode, headers: answer.headers, body, raw: answer.rawPayload };
    };
    host.readiness.started();
    const signedIn = await send(
      'POST',
      '/api/session',
      { 'content-type': 'application/json' },
      JSON.stringify({ user: 'admin', password }),
    );
    const { token } = signedIn.body as { token: string };
    const bearer = { authorization: `Bearer ${token}` };
    running = {
      token,
      send,
      get: (url, headers = {}) => send('GET', url, { ...bearer, ...headers }),
      post: (url, body = {}, headers = {}) =>
        send('POST', url, { ...bearer, 'content-type': 'application/json', ...headers }, JSON.stringify(body)),
      stop: async () => {
        await host.stop();
        rmSync(folder, { recursive: true });
        if (undocumented.size > 0) throw new Error(`the OpenAPI does not say:\n${[...undocumented].join('\n')}`);
      },
    };
  }, patience);
  afterAll(() => running?.stop(), patience);
  return () => running;
};
