import { expect, it } from '@jest/globals';
import { severalAtOnce } from './several-at-once.js';

async function* upTo(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n += 1) yield n;
}

it('keeps the order, whatever is done first, and never works on more than some at a time', async () => {
  let [working, most] = [0, 0];
  const found: number[] = [];
  const work = async (n: number) => {
    working += 1;
    most = Math.max(most, working);
    await new Promise((resolve) => setTimeout(resolve, n % 7));
    working -= 1;
    return n;
  };
  for await (const some of severalAtOnce(upTo(100), work)) found.push(...some);
  expect(found).toEqual(Array.from({ length: 100 }, (_, n) => n));
  expect(most).toBe(32);
});

it('ends with the fault of one', async () => {
  const read = async () => {
    for await (const _ of severalAtOnce(upTo(3), async (n) => (n === 1 ? Promise.reject(new Error('away')) : n)));
  };
  await expect(read()).rejects.toThrow('away');
});
