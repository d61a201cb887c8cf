import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openReportingStore, type ReportingStore } from '@masar/read-models';
import { Lease } from './lease.js';

let store: ReportingStore;
let now = 0;
const lease = (holder: string, skew = 0) =>
  new Lease({ models: store.readModels, name: 'writer', holder, forMs: 100, clock: () => now + skew });

beforeEach(async () => {
  now = 0;
  store = await openReportingStore('sqlite::memory:');
});
afterEach(() => store.close());

describe('a turn', () => {
  it('is taken by one, and kept while he shows that he is alive', async () => {
    const [first, second] = [lease('a'), lease('b', 1_000_000)];
    expect([await first.take(), await second.take()]).toEqual([true, false]);
    for (now = 50; now < 500; now += 50) expect([await first.take(), await second.take()]).toEqual([true, false]);
    expect([first.isHeld, second.isHeld]).toEqual([true, false]);
  });

  it('is over by the clock of who waits, and never before he has seen nothing new for so long', async () => {
    const [first, second] = [lease('a'), lease('b')];
    await first.take();
    now = 99;
    expect(await second.take()).toBe(false);
    now = 198;
    expect([first.isHeld, await second.take()]).toEqual([false, false]);
    now = 199;
    expect(await second.take()).toBe(true);
    expect(await first.take()).toBe(false);
  });

  it('is lost to its holder by his own clock before another can have it', async () => {
    const [first, second] = [lease('a'), lease('b')];
    await first.take();
    await second.take();
    now = 100;
    expect(first.isHeld).toBe(false);
    expect(await second.take()).toBe(true);
  });

  it('is written once in a fifth of the time it lasts, however often its holder takes it', async () => {
    const first = lease('a');
    const version = async () => (await store.readModels.get('leases@1', 'writer'))?.version;
    for (now = 0; now < 20; now += 1) expect(await first.take()).toBe(true);
    expect(await version()).toBe(1);
    expect([await first.take(), await version()]).toEqual([true, 2]);
  });

  it('given back is free at once', async () => {
    const [first, second] = [lease('a'), lease('b')];
    await first.take();
    await first.end();
    expect([first.isHeld, await second.take()]).toEqual([false, true]);
  });

  it('goes to one of several who ask at once', async () => {
    const taken = await Promise.all(['a', 'b', 'c'].map((holder) => lease(holder).take()));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
