import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { freePort } from './free-port.mjs';

const from = new URL('./free-port.mjs', import.meta.url).href;
/** Another process that takes ports and lives for as long as it is listened to. */
const another = `const { freePort } = await import(${JSON.stringify(from)});
for (let n = 0; n < 300; n += 1) console.log(await freePort());
setTimeout(() => {}, 2000);`;

describe('a free port', () => {
  it('is given once: to nobody else of this process, nor of others at the same time', async () => {
    const given = Array.from({ length: 300 }, () => freePort());
    const others = Promise.all(
      [1, 2].map(() => promisify(execFile)(process.execPath, ['--input-type=module', '-e', another])),
    );
    const ports = await Promise.all(given);
    for (const { stdout } of await others) ports.push(...stdout.trim().split('\n').map(Number));
    expect(ports).toHaveLength(900);
    expect(new Set(ports).size).toBe(900);
  });
});
