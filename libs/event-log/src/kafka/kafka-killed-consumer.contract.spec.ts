import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { kafkaForTests, spawnKillable } from '@masar/testing';
import { openEventBroker } from '../open.js';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';

const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;
const consuming = fileURLToPath(new URL('../testing/consuming-process.ts', import.meta.url));
const contexts = ['projects'];

/** A killed member, what it had kept, and the next owner of everything. */
const killedIn = async (stage: 'deliver' | 'fold') => {
  const url = topicsOfItsOwn(kafka.url!, 1);
  const broker = await openEventBroker(url);
  await broker.assertTopics(contexts);
  const pending = new PendingInMemory();
  for (let index = 0; index < 30; index += 1) pending.commit(`projects/P-${index % 3}`);
  broker.relay(pending).start();

  const killed = spawnKillable(consuming, [url, stage]);
  await killed.printed(2);
  await killed.kill();
  const kept = killed.lines[0]!.split(' ');

  pending.commit('projects/P-9');
  const seen: string[] = [];
  const owned: number[] = [];
  const next = new HistoryInMemory().consumer('reporting', {
    contexts,
    assigned: async (partitions) => void owned.push(partitions.length),
    deliver: async ({ events }) => void seen.push(...events.map(({ stream, version }) => `${stream}@${version}`)),
  });
  await broker.consumer(next).start();
  await until(() => seen.includes('projects/P-9@1'), 'what came after');
  await broker.close();
  return { kept, seen, owned };
};

whenThere('a consumer killed', () => {
  it('between history and offset: the next owner is given the same events again', async () => {
    const { kept, seen } = await killedIn('deliver');
    expect(kept.length).toBeGreaterThan(0);
    expect(seen).toEqual(expect.arrayContaining(kept));
    expect(new Set(seen).size).toBe(31);
  });

  it('between offset and fold: they do not come again, and the next owner is told to make good for it', async () => {
    const { kept, seen, owned } = await killedIn('fold');
    expect(seen.filter((position) => kept.includes(position))).toEqual([]);
    expect(kept.length + seen.length).toBe(31);
    expect(owned).toEqual([1]);
  });
});
