import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { spawnKillable } from '@masar/testing';

const opening = fileURLToPath(new URL('./testing/opening-process.ts', import.meta.url));

it.each([
  ['sqlite::memory:', 'drivers: '],
  ['mongodb://127.0.0.1:1/masar', 'drivers: mongodb mongoose'],
])('%s loads its own driver and no other', async (url, drivers) => {
  const child = spawnKillable(opening, [url]);
  await child.printed(1);
  await child.ended;
  expect(child.lines[0]).toBe(drivers);
});
