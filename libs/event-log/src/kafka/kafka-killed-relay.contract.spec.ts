import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { kafkaForTests, spawnKillable } from '@masar/testing';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';
import { commitSample, sampleSize } from '../testing/sample-commits.js';
import { openEventBroker } from '../open.js';

const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;
const relaying = fileURLToPath(new URL('../testing/relaying-process.ts', import.meta.url));

whenThere('a relay killed between publish and mark', () => {
  it.each([1, 2, 3])('on page %i: everything arrives, later copies are duplicates and no fork', async (pages) => {
    const url = topicsOfItsOwn(kafka.url!);
    const broker = await openEventBroker(url);
    await broker.assertTopics(['projects', 'laws']);

    const killed = spawnKillable(relaying, [url, String(pages)]);
    await killed.printed(pages);
    await killed.kill();

    // A new process begins with every mark set, as if none of the pages had been marked.
    const pending = new PendingInMemory();
    commitSample(pending);
    broker.relay(pending, { pageCommits: 40 }).start();
    const history = new HistoryInMemory();
    await broker.consumer(history.consumer('reporting', { contexts: ['projects', 'laws'] })).start();
    await until(
      () => history.size === sampleSize.events && history.received > sampleSize.events,
      'all events, some twice',
    );
    await until(() => history.received >= sampleSize.events + pages * 40, 'every copy');
    expect(history.forks).toEqual([]);
    expect(history.streams.size).toBe(sampleSize.streams);
    expect(await pending.count(1)).toBe(0);
    await broker.close();
  });
});
