import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const fromSources = ['--conditions=@masar/source', '--import', './tools/run/sources.mjs'];

/** Addresses an app serves, as it says itself: started over an empty folder, asked for its description, and ended. */
export const servedBy = async (app) => {
  const folder = mkdtempSync(join(tmpdir(), `masar-${app}-`));
  const environment = { ...process.env, PORT: '0', MASAR_DATA: join(folder, 'data'), MASAR_LOG: 'silent' };
  // Nobody is asked there: what an app serves does not depend on who signs in.
  if (app !== 'registry') environment.MASAR_REGISTRY_URL = 'http://127.0.0.1:9';
  const child = spawn(process.execPath, [...fromSources, `apps/${app}/src/main.ts`], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const address = await new Promise((resolve, reject) => {
      let said = '';
      const hear = (text) => {
        said += text;
        const [url] = /http:\/\/127\S+/.exec(said) ?? [];
        if (url) resolve(url);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      void ended.then(() => reject(new Error(`${app} did not start: ${said}`)));
    });
    const { paths } = await (await fetch(`${address}/api/openapi.json`)).json();
    return new Set(Object.keys(paths));
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
};
