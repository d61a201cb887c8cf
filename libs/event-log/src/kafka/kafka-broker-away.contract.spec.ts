import { describe, expect, it } from '@jest/globals';
import { canOwnBroker, ownBroker, temporaryFolder, type OwnBroker } from '@masar/testing';
import type { Pause } from '../broker-port.js';
import { openEventBroker } from '../open.js';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';

// The driver tries three times as often where it thinks it is being tested; this is about what it does in use.
process.env['NODE_ENV'] = 'production';
const whenPossible = (await canOwnBroker()) ? describe : describe.skip;
const contexts = ['projects'];

whenPossible('a broker that goes away and comes back', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s: what was committed meanwhile arrives, once in effect',
    async (signal) => {
      const folder = temporaryFolder();
      const directory = folder.file('kafka');
      let kafka: OwnBroker = await ownBroker({ directory });
      const broker = await openEventBroker(topicsOfItsOwn(kafka.url));
      await broker.assertTopics(contexts);
      const pending = new PendingInMemory();
      const history = new HistoryInMemory();
      const pauses: Pause[] = [];
      const paused = (fault: unknown, pauseMs: number) => void pauses.push({ fault, pauseMs });
      broker.relay(pending, { meters: { paused }, longestPauseMs: 500 }).start();
      await broker
        .consumer(history.consumer('reporting', { contexts, onPause: (pause) => pauses.push(pause) }))
        .start();
      pending.commit('projects/P-1', 3);
      await until(() => history.folded.length === 3, 'what came before');

      await kafka.stop(signal);
      for (let index = 0; index < 40; index += 1) pending.commit(`projects/P-${index % 5}`, 1 + (index % 2));
      await until(() => pauses.length > 0, 'somebody says that the broker is away');
      await expect(broker.lag('reporting', contexts)).rejects.toMatchObject({ code: 'broker/unavailable' });
      expect(history.size).toBe(3);

      kafka = await ownBroker({ directory, port: kafka.port });
      await until(() => history.size === 63, 'everything');
      await until(() => new Set(history.folded).size === 63, 'every fold');
      expect(history.forks).toEqual([]);
      expect(await pending.count(1)).toBe(0);
      await broker.close();
      await kafka.stop();
      folder.remove();
    },
  );
});
