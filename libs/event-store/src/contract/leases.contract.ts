import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Leases } from '../leases-port.js';
import type { EventStore } from '../port.js';
import type { EventStoreSubject } from './event-store.contract.js';

/** What every store over which several processes work promises of its leases. */
export const leasesContract = (adapter: string, subjectOf: () => EventStoreSubject): void =>
  describe(`leases of ${adapter}`, () => {
    let subject: EventStoreSubject;
    let stores: EventStore[];
    const leases = (at = 0): Leases => stores[at]!.leases!;

    beforeEach(async () => {
      subject = subjectOf();
      stores = [await subject.open({}), await subject.open({})];
    });
    afterEach(async () => {
      for (const store of stores) await store.close();
      await subject.remove();
    });

    it('one of several who ask at once gets it, and may renew it', async () => {
      const asked = ['a', 'b', 'c', 'd'].map(async (holder, at) => ({
        holder,
        taken: await leases(at % 2).take('imports', holder, 60_000),
      }));
      const taken = (await Promise.all(asked)).filter((one) => one.taken);
      expect(taken).toHaveLength(1);
      expect(await leases().take('imports', taken[0]!.holder, 60_000)).toBe(true);
      expect(await leases(1).take('imports', 'e', 60_000)).toBe(false);
    });

    it('is had by the next when it is ended or runs out, and ended by its holder alone', async () => {
      expect(await leases().take('seal', 'a', 60_000)).toBe(true);
      await leases(1).end('seal', 'b');
      expect(await leases(1).take('seal', 'b', 60_000)).toBe(false);
      await leases().end('seal', 'a');
      expect(await leases(1).take('seal', 'b', 20)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(await leases().take('seal', 'a', 60_000)).toBe(true);
    });

    it('of a holder whose clock is a day ahead does not outlive him by a day', async () => {
      // As that holder writes it: until ten seconds from now, by his clock.
      expect(await leases().take('relay', 'a', 86_410_000)).toBe(true);
      expect(await leases(1).take('relay', 'b', 10_000)).toBe(true);
      expect(await leases().take('relay', 'c', 10_000)).toBe(false);
    });

    it('of different names are different', async () => {
      expect(await leases().take('seal', 'a', 60_000)).toBe(true);
      expect(await leases(1).take('imports', 'b', 60_000)).toBe(true);
    });
  });
