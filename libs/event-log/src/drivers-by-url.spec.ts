import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { spawnKillable } from '@masar/testing';

const opening = fileURLToPath(new URL('./testing/opening-process.ts', import.meta.url));
const driversLoadedBy = async (...asked: string[]): Promise<string | undefined> => {
  const child = spawnKillable(opening, asked);
  await child.printed(1);
  await child.ended;
  return child.lines[0];
};

it('a store and a log of one machine load no driver of a cluster', async () =>
  expect(await driversLoadedBy('store', 'sqlite::memory:x', 'log', 'sqlite::memory:x')).toBe('drivers: '));

it('the broker’s driver is loaded by its URL', async () =>
  expect(await driversLoadedBy('broker', 'kafka://127.0.0.1:9')).toBe('drivers: kafkajs'));
