import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { password } from './testing/running.js';

/** Names every package a process and its threads load, on stderr. */
const noting = `
  import { registerHooks } from 'node:module';
  registerHooks({ load(url, context, next) {
    const name = /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
    if (name) process._rawDebug('package ' + name);
    return next(url, context);
  } });
`;
const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** What a standalone has loaded once it has answered a command and a read, over files and with all its threads. */
const packagesLoaded = async (folder: string): Promise<ReadonlySet<string>> => {
  const hook = `data:text/javascript,${encodeURIComponent(noting)}`;
  const child = spawn(process.execPath, ['--import', hook, ...process.execArgv, main], {
    env: { ...process.env, MASAR_DATA: folder, MASAR_ADMIN_PASSWORD: password, MASAR_LOG: 'silent', PORT: '0' },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\S+/.exec(chunk.toString());
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(said.slice(-2000))));
  });
  const ask = (path: string, token: string, body?: object) =>
    fetch(`${address}/api/${path}`, {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
  const { token } = (await (await ask('session', '', { user: 'admin', password })).json()) as { token: string };
  const entity = await ask('entities', token, { id: 'works', name: { en: 'Works' }, jurisdiction: 'EG' });
  const read = await ask('portfolio', token);
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await gone;
  expect([entity.status, read.status]).toEqual([201, 200]);
  return new Set([...said.matchAll(/^package (\S+)$/gm)].map(([, name]) => name as string));
};

describe('a standalone', () => {
  it('loads no driver of the cluster', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'masar-packages-'));
    try {
      const packages = await packagesLoaded(folder);
      // It does look: what must be loaded is found.
      expect([...packages]).toEqual(expect.arrayContaining(['@nestjs/core', 'fastify', 'typebox']));
      expect([...packages].filter((name) => /^(kafkajs|mongoose|mongodb|testcontainers)$/.test(name))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
