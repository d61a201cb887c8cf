import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../broker-port.js';
import { PartitionRest } from './partition-rest.js';

const place = { topic: 'masar.laws', partition: 1 };
const other = { topic: 'masar.laws', partition: 2 };
const unfolded = { ...place, events: [] } as unknown as Delivery;
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('a partition that rests', () => {
  it('rests longer the more often it happens, to a bound, and from the shortest again once it worked', () => {
    const rest = new PartitionRest(10, 35);
    const begin = () => rest.begin(place, undefined, () => undefined);
    expect([begin(), begin(), begin(), begin()]).toEqual([10, 20, 35, 35]);
    rest.end(place);
    expect(begin()).toBe(10);
    rest.keepOnly([]);
  });

  it('goes on by itself after the pause', async () => {
    const rest = new PartitionRest(1, 10);
    await new Promise<void>((resolve) => rest.begin(place, undefined, resolve));
    expect(rest.has(place)).toBe(true);
  });

  it('gives what is to be folded to one who asks, and then calls nobody', async () => {
    const rest = new PartitionRest(5, 10);
    let called = 0;
    rest.begin(place, unfolded, () => (called += 1));
    expect(rest.claimUnfolded(other)).toBeUndefined();
    expect(rest.claimUnfolded(place)).toBe(unfolded);
    await soon();
    expect(called).toBe(0);
  });

  it('is forgotten with what it held when the partition goes to another member', async () => {
    const rest = new PartitionRest(5, 10);
    const called: unknown[] = [];
    rest.begin(place, unfolded, () => called.push(place));
    rest.begin(other, undefined, () => called.push(other));
    rest.keepOnly([other]);
    expect(rest.claimUnfolded(place)).toBeUndefined();
    await soon();
    expect(called).toEqual([other]);
  });
});
