import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Below the ports a system gives to connections that go out (from 32,768 on Linux, from 49,152 elsewhere): one of those can be
 * taken by any process in the moment between its being found free and its being listened on.
 */
const [from, below] = [20_000, 32_000];
const attempts = 50;

/** Ports given out and perhaps not listened on yet: a file `<port>.<process>` each, for every run on this machine to see. */
const claims = join(tmpdir(), 'masar-ports');

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return fault.code === 'EPERM';
  }
};

/** Whether some process that lives was given the port; claims of processes that ended go. */
const isClaimedByAnother = (port, own) => {
  const others = readdirSync(claims).filter((name) => name.startsWith(`${port}.`) && name !== own);
  const [held, left] = [[], []];
  for (const name of others) (isAlive(Number(name.split('.')[1])) ? held : left).push(name);
  for (const name of left) rmSync(join(claims, name), { force: true });
  return held.length > 0;
};

/** First said, then looked: of two processes that claim a port at once at least one sees the other. */
const claim = (port) => {
  mkdirSync(claims, { recursive: true });
  const own = `${port}.${process.pid}`;
  if (existsSync(join(claims, own))) return false;
  writeFileSync(join(claims, own), '');
  if (!isClaimedByAnother(port, own)) return true;
  rmSync(join(claims, own), { force: true });
  return false;
};

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * A port of this machine nobody listens on at this moment, and nobody is given by chance or by this function as long as the
 * process lives: a dozen services that start at once would now and then be given one port twice, and two runs side by side
 * would answer for each other.
 */
export const freePort = async () => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = randomInt(from, below);
    if (claim(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port was found between ${from} and ${below}`);
};
