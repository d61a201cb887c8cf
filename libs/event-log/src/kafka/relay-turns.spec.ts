import { afterEach, describe, expect, it } from '@jest/globals';
import type { RelayOptions } from '../broker-port.js';
import { until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';
import { Collector } from './collector.js';
import { Relay } from './relay.js';

/** As in use, a lease outlasts the longest pause twice and more: whoever goes on trying would keep it. */
const pauses = { shortestPauseMs: 20, longestPauseMs: 500 };
const relays: Relay[] = [];
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});

/** A relay whose broker answers or does not. */
const relay = (pending: PendingInMemory, reaches: () => boolean, more: RelayOptions = {}): Relay => {
  const connect = async () => {
    if (!reaches()) throw new Error('no way to the broker from here');
    return { send: async () => undefined, close: async () => undefined };
  };
  const made = new Relay(pending, new Collector(connect, pauses), (context) => context, {
    ...pauses,
    leaseMs: 2_000,
    ...more,
  });
  relays.push(made);
  made.start();
  return made;
};

describe('the turn of a relay', () => {
  it('goes to another when the broker cannot be reached from where it is', async () => {
    const pending = new PendingInMemory();
    relay(pending, () => false);
    pending.commit('projects/P-1', 3);
    await new Promise((resolve) => setTimeout(resolve, 200));
    relay(pending, () => true);
    await until(() => pending.size === 0, 'the other publishes', 5_000);
    expect(pending.size).toBe(0);
  });
});

describe('streams that stand still', () => {
  it('hold up no other, however many of their commits wait; all the time it is told how many', async () => {
    const pending = new PendingInMemory();
    for (let index = 0; index < 60; index += 1) pending.commit(`gadgets/g-${index % 30}`);
    for (let index = 0; index < 60; index += 1) pending.commit(`projects/P-${index % 7}`);
    const told: number[] = [];
    relay(pending, () => true, { pageCommits: 10, meters: { held: (held) => void told.push(held.length) } });
    await until(() => pending.size === 60, 'everything that has a topic is published', 5_000);
    const late = pending.commit('projects/P-8');
    await until(() => pending.size === 60, 'what comes later too', 5_000);
    expect(late.stream).toBe('projects/P-8');
    expect(Math.max(...told)).toBe(30);
  });
});
