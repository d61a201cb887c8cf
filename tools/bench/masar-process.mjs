import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run/bundled.mjs';
import { now } from './process-figures.mjs';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const ready = async (url) => {
  for (;;) {
    try {
      if ((await fetch(`${url}/health/ready`)).ok) return;
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** A built standalone Masar over a data folder of its own (or `folder`), signed in. `startMilliseconds`: from process start to ready. */
export const startMasar = async (folder = mkdtempSync(join(tmpdir(), 'masar-bench-'))) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = now();
  const child = spawn(process.execPath, ['apps/standalone/bundle/main.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      MASAR_DATA: folder,
      MASAR_ADMIN_PASSWORD: 'bench-administrator-password',
      MASAR_LOG: 'warn',
    },
  });
  await ready(url);
  const startMilliseconds = now() - started;
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'admin', password: 'bench-administrator-password' }),
  });
  const { token } = await answer.json();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return {
    url,
    token,
    folder,
    pid: child.pid,
    startMilliseconds,
    stop,
    level: async () => {
      for (;;) {
        const answer = await fetch(`${url}/api/reporting/status`, { headers });
        if ((await answer.json()).lag === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
    get: async (path) => {
      const response = await fetch(`${url}${path}`, { headers });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response;
    },
    post: async (path, body) => {
      const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
  };
};
