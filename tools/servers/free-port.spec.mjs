import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { freePort } from './free-port.mjs';

const from = new URL('./free-port.mjs', import.meta.url).href;
/** Another process that takes ports and lives for as long as it is listened to. */
const another = `const { freePort } = await import(${JSON.stringify(from)});
for (let n = 0; n < 300; n += 1) console.log(await freePort());
process.stdin.resume();`;

/** Its ports, told one a line; it holds them until its standard input closes. */
const startAnother = () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', another], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ports = async () => {
    const told = [];
    for await (const line of createInterface({ input: child.stdout })) if (told.push(Number(line)) === 300) break;
    return told;
  };
  const end = async () => {
    const ended = child.exitCode === null && once(child, 'exit');
    child.stdin.end();
    await ended;
  };
  return { ports: ports(), end };
};

describe('a free port', () => {
  it('is given once: to nobody else of this process, nor of others at the same time', async () => {
    const others = [startAnother(), startAnother()];
    try {
      const own = Promise.all(Array.from({ length: 300 }, () => freePort()));
      const ports = (await Promise.all([own, ...others.map((other) => other.ports)])).flat();
      expect(ports).toHaveLength(900);
      expect(new Set(ports).size).toBe(900);
    } finally {
      await Promise.all(others.map((other) => other.end()));
    }
  });
});
