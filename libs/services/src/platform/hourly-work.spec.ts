import { expect, it } from '@jest/globals';
import { HourlyWork } from './hourly-work.js';

it('hourly work is done by whoever takes the turn, and one that fails is told of', async () => {
  const holders = new Map<string, string>();
  const leases = {
    take: async (name: string, holder: string) => {
      if (!holders.has(name)) holders.set(name, holder);
      return holders.get(name) === holder;
    },
    end: async () => undefined,
  };
  const done: string[] = [];
  const faults: unknown[] = [];
  const made = (who: string, name: string, shared = true) =>
    new HourlyWork({
      name,
      leases: shared ? leases : undefined,
      work: async () => {
        if (who === 'broken') throw new Error('full');
        done.push(who);
      },
      onFault: (fault) => faults.push(fault),
    });
  const all = [made('first', 'sweep'), made('second', 'sweep'), made('other', 'seal'), made('alone', 'sweep', false)];
  for (const one of [...all, ...all, made('broken', 'burn')]) await one.turn();
  expect(done).toEqual(['first', 'other', 'alone', 'first', 'other', 'alone']);
  expect(faults).toEqual([new Error('full')]);
  for (const one of all) await one.end();
});
