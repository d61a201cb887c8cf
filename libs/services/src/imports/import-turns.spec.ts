import { expect, it } from '@jest/globals';
import type { Leases } from '@masar/event-store';
import { ImportTurns } from './import-turns.js';

/** Leases that run out by this machine's clock. */
const leasesInMemory = (): Leases => {
  const held = new Map<string, { holder: string; until: number }>();
  return {
    take: async (name, holder, forMs) => {
      const now = Date.now();
      const lease = held.get(name);
      if (lease && lease.holder !== holder && lease.until > now) return false;
      held.set(name, { holder, until: now + forMs });
      return true;
    },
    end: async (name, holder) => {
      if (held.get(name)?.holder === holder) held.delete(name);
    },
  };
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('imports of two processes write one after the other, however long one takes', async () => {
  const leases = leasesInMemory();
  const options = { leaseMs: 60, askMs: 5 };
  const [one, other] = [new ImportTurns(leases, options), new ImportTurns(leases, options)];
  let writing = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (writing += 1));
    await pause(200);
    writing -= 1;
  };
  await Promise.all([one.take(work), other.take(work)]);
  expect(most).toBe(1);
});

it('a turn is given back when the import fails', async () => {
  const leases = leasesInMemory();
  const [one, other] = [new ImportTurns(leases), new ImportTurns(leases)];
  await expect(one.take(() => Promise.reject(new Error('the store is away')))).rejects.toThrow('away');
  expect(await other.take(async () => 'written')).toBe('written');
});

it('the turn of a process that was killed is had when it has run out', async () => {
  const leases = leasesInMemory();
  await leases.take('imports', 'killed', 80);
  const started = Date.now();
  expect(await new ImportTurns(leases, { askMs: 5 }).take(async () => 'resumed')).toBe('resumed');
  expect(Date.now() - started).toBeGreaterThanOrEqual(70);
});

it('a process that has the truth for itself waits for nobody', async () => {
  expect(await new ImportTurns(undefined).take(async () => 'written')).toBe('written');
});
