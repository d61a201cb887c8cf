import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports a system gives to connections that go out (from 32,768 on Linux, from 49,152 elsewhere): one of those can be
 * taken by any process in the moment between its being found free and its being listened on.
 */
const [from, below] = [20_000, 32_000];
const attempts = 50;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A port of this machine nobody listens on at this moment, and nobody is given by chance. */
export const freePort = async () => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = randomInt(from, below);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port was found between ${from} and ${below}`);
};
