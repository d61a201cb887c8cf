import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';

/** The services a proxy knows; each has a group of servers in the template. */
export const proxiedServices = ['registry', 'projects', 'laws', 'policies', 'partners', 'imports', 'reporting'];

const template = fileURLToPath(new URL('../../docker/proxy/nginx.conf.template', import.meta.url));
const openApi = fileURLToPath(new URL('../../docs/reference/openapi.json', import.meta.url));
/** The page as it was built last; whoever wants another, or is not to wait for one, says so. */
const builtPage = fileURLToPath(new URL('../../apps/web/bundle', import.meta.url));
const patienceMs = 20_000;

/** Debian keeps it where only root looks. */
export const nginx = ['nginx', '/usr/sbin/nginx'].find(
  (name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).status === 0,
);
export const hasNginx = nginx !== undefined;

/** Lines of one group. A service without an instance still has a group: nobody in it is up. */
const serverLines = (urls) =>
  urls.length === 0
    ? 'server 127.0.0.1:9 down;'
    : urls.map((url) => `server ${new URL(url).host} max_fails=1 fail_timeout=1s;`).join(' ');

/** What the image sets by its environment, for a proxy of this machine. */
const environmentOf = (folder, port, instances, page) => ({
  MASAR_PROXY_LISTEN: `127.0.0.1:${port}`,
  MASAR_PROXY_TEMP: folder,
  MASAR_PROXY_ACCESS_LOG: join(folder, 'access.log'),
  MASAR_PROXY_ERROR_LOG: join(folder, 'error.log'),
  MASAR_PROXY_WORKERS: '1',
  MASAR_PROXY_OPENAPI: openApi,
  MASAR_PROXY_PAGE: page,
  MASAR_PROXY_BODY_LIMIT: '2m',
  MASAR_PROXY_FILE_LIMIT: '66m',
  NGINX_LOCAL_RESOLVERS: '127.0.0.1',
  ...Object.fromEntries(
    proxiedServices.map((name) => [`MASAR_PROXY_${name.toUpperCase()}`, serverLines(instances[name] ?? [])]),
  ),
});

/** Fills in `${NAME}` as the image does; throws on a name nobody sets. */
const filledIn = (text, environment) =>
  text.replace(/\$\{([A-Z_]+)\}/g, (_, name) => {
    if (environment[name] === undefined) throw new Error(`nothing says what \${${name}} is`);
    return environment[name];
  });

/** Writes the configuration of a proxy into `folder` (`nginx.conf`) and answers nginx's arguments to run it there. */
export const configured = (folder, port, instances, page = builtPage) => {
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, filledIn(readFileSync(template, 'utf8'), environmentOf(folder, port, instances, page)));
  // Root's workers would become somebody who may not write into the folder.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  return ['-e', join(folder, 'error.log'), '-p', folder, '-c', file, '-g', `${user}daemon off;`];
};

const answers = async (url) => (await fetch(`${url}/health/live`).catch(() => undefined))?.ok === true;

/**
 * Starts the proxy of a cluster on this machine: `startProxy({ projects: ['http://127.0.0.1:4601', …], … })`, from the same
 * template as the image. Answers `{ url, folder, pid, stop }`; its logs are in `folder`, which `stop` removes.
 * `page` is the folder of a built page. Rejects with what nginx says when it does not start.
 */
export const startProxy = async (instances, { port, page } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-proxy-'));
  const url = `http://127.0.0.1:${(port ??= await freePort())}`;
  const child = spawn(nginx, configured(folder, port, instances, page), { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const end = Date.now() + patienceMs; !(await answers(url)); await pause(20)) {
    if (child.exitCode === null && Date.now() < end) continue;
    const said = readFileSync(join(folder, 'error.log'), 'utf8');
    await stop();
    throw new Error(`the proxy does not start: ${said}`);
  }
  return { url, folder, pid: child.pid, stop };
};
