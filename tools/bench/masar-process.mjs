import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run/bundled.mjs';
import { freePort } from '../servers/free-port.mjs';
import { now } from './process-figures.mjs';

export const ready = async (url) => {
  for (;;) {
    try {
      if ((await fetch(`${url}/health/ready`)).ok) return;
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

export const adminPassword = 'bench-administrator-password';

/** The administrator at an address: `get` and `post` reject what is refused. */
export const signedIn = async (url) => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'admin', password: adminPassword }),
  });
  const { token } = await answer.json();
  return clientOf(url, token, async () => (await signedIn(url)).token);
};

/** Asks an instance with a token that another gave; with `signInAgain` it outlasts the token, which is good for a quarter of an hour. */
export const clientOf = (url, firstToken, signInAgain) => {
  let token = firstToken;
  const send = (path, options) =>
    fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...options,
    });
  const ask = async (path, options) => {
    let response = await send(path, options);
    if (response.status === 401 && signInAgain) {
      token = await signInAgain();
      response = await send(path, options);
    }
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    url,
    get token() {
      return token;
    },
    get: (path) => ask(path),
    post: async (path, body) => (await ask(path, { method: 'POST', body: JSON.stringify(body) })).json(),
  };
};

/** A built standalone Masar (or another build of it) over a data folder of its own (or `folder`), signed in. `startMilliseconds`: from process start to ready. */
export const startMasar = async (
  folder = mkdtempSync(join(tmpdir(), 'masar-bench-')),
  main = 'apps/standalone/bundle/main.js',
) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = now();
  const child = spawn(process.execPath, [main], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      MASAR_DATA: folder,
      MASAR_ADMIN_PASSWORD: adminPassword,
      MASAR_LOG: 'warn',
    },
  });
  await ready(url);
  const startMilliseconds = now() - started;
  const client = await signedIn(url);
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return {
    ...client,
    folder,
    pid: child.pid,
    startMilliseconds,
    stop,
    level: async () => {
      for (;;) {
        const { lag } = await (await client.get('/api/reporting/status')).json();
        if (lag === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
