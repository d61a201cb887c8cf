import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../run/bundled.mjs';
import { startProxy } from '../../servers/proxy.mjs';
import { freePort } from '../../servers/free-port.mjs';
import { adminPassword, clientOf, ready, signedIn } from '../masar-process.mjs';

export const apps = ['registry', 'projects', 'imports', 'reporting'];

const environmentOf = (folder, { kafka, mongo, name, partitions }, port, proxyPort) => ({
  PATH: process.env.PATH,
  HOME: folder,
  HOST: '127.0.0.1',
  PORT: String(port),
  MASAR_EVENT_STORE: `${mongo}/${name}`,
  MASAR_READ_MODELS: `${mongo}/${name}-views`,
  MASAR_EVENT_LOG: `${kafka}?prefix=${name}&partitions=${partitions}`,
  MASAR_ADMIN_PASSWORD: adminPassword,
  MASAR_SESSION_KEY: join(folder, 'session.key'),
  MASAR_SEAL_KEY: join(folder, 'seal.key'),
  MASAR_LOG: 'warn',
  ...(proxyPort === undefined ? {} : { MASAR_REGISTRY_URL: `http://127.0.0.1:${proxyPort}` }),
});

/** One process; ends by `stop` as an operator would end it. */
const launch = async (app, number, folder, environment) => {
  const url = `http://127.0.0.1:${environment.PORT}`;
  const child = spawn(process.execPath, [`${root}apps/${app}/bundle/main.js`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...environment, MASAR_DATA: join(folder, `${app}-${number}`) },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const early = ended.then((code) => Promise.reject(new Error(`${app}-${number} ended (${code})`)));
  // Looked at only until it is ready.
  early.catch(() => undefined);
  await Promise.race([ready(url), early]);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { app, name: `${app}-${number}`, url, pid: child.pid, stop };
};

const childrenOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

/**
 * Masar as separate processes behind nginx, over a broker and a document server that are there, under a name of its own:
 * one registry and one of imports, as many of projects and reporting as asked for. Laws and policies are left out: nothing
 * is asked of them here.
 */
export const startCluster = async (servers, { projects = 2, reporting = 5, partitions = 12 }) => {
  const name = `bench-${randomUUID().slice(0, 8)}`;
  const folder = mkdtempSync(join(tmpdir(), 'masar-bench-cluster-'));
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'session.key'), JSON.stringify(privateKey.export({ format: 'jwk' })), { mode: 0o600 });
  const counts = { registry: 1, projects, imports: 1, reporting };
  const places = [];
  for (const app of apps)
    for (let number = 1; number <= counts[app]; number += 1) places.push({ app, number, port: await freePort() });
  const urlsOf = (app) => places.filter((one) => one.app === app).map(({ port }) => `http://127.0.0.1:${port}`);
  const proxy = await startProxy(Object.fromEntries(apps.map((app) => [app, urlsOf(app)])));
  const proxyPort = new URL(proxy.url).port;
  const begin = ({ app, number, port }) =>
    launch(
      app,
      number,
      folder,
      environmentOf(folder, { ...servers, name, partitions }, port, app === 'registry' ? undefined : proxyPort),
    );
  const [registry, ...others] = places;
  const running = [await begin(registry), ...(await Promise.all(others.map(begin)))];
  const client = await signedIn(proxy.url);
  const leave = async (ones) => {
    await Promise.all(ones.map((one) => one.stop()));
    for (const one of ones) running.splice(running.indexOf(one), 1);
  };
  return {
    ...client,
    truth: `${servers.mongo}/${name}`,
    running,
    of: (app) => running.filter((one) => one.app === app),
    at: ({ url }) => clientOf(url, client.token),
    /** What CPU time is counted of; nginx is its master and its workers. */
    processes: () => [
      ...running.map(({ name: called, app, pid }) => ({ name: called, app, pids: [pid] })),
      { name: 'nginx', app: 'nginx', pids: [proxy.pid, ...childrenOf(proxy.pid)] },
      { name: 'Kafka', app: 'Kafka', pids: [servers.kafkaPid] },
      { name: 'document server', app: 'document server', pids: [servers.mongoPid] },
    ],
    leave,
    stop: async () => {
      await leave([...running]);
      await proxy.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
