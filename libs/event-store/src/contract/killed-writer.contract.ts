import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { genesisHash } from '@masar/contracts';
import { spawnKillable } from '@masar/testing';
import type { EventStore } from '../port.js';

const source = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const appender = fileURLToPath(new URL(`./appending-process.${source}`, import.meta.url));

/** A durable store that a child process can open by its URL. */
export interface KilledWriterSubject {
  readonly url: string;
  open(): Promise<EventStore>;
  remove(): Promise<void>;
}

/** Every version of a stream once, in order, chained; answers its length. */
export const expectWholeStream = async (store: EventStore, stream: `${string}/${string}`): Promise<number> => {
  let version = 0;
  let hash = genesisHash;
  for (;;) {
    const events = await store.read(stream, version);
    if (events.length === 0) return version;
    for (const event of events) {
      expect(event).toMatchObject({ stream, version: version + 1, prevhash: hash });
      version += 1;
      hash = event.hash;
    }
  }
};

/** `kill -9` in the middle of writing, several times over the same store: what was acknowledged is there, once, in order. */
export const killedWriterContract = (name: string, make: () => KilledWriterSubject, kills = 3): void => {
  describe(`a killed writer: ${name}`, () => {
    it(`has everything it acknowledged, after ${kills} kills`, async () => {
      const subject = make();
      const acknowledged = new Map<string, number>();
      for (let round = 0; round < kills; round += 1) {
        const child = spawnKillable(appender, [subject.url, '8']);
        await child.printed(60 + 40 * round);
        await child.kill();
        for (const line of child.lines) {
          const [stream, version] = line.split('@') as [string, string];
          acknowledged.set(stream, Math.max(acknowledged.get(stream) ?? 0, Number(version)));
        }
        const store = await subject.open();
        for (const [stream, version] of acknowledged)
          expect(await expectWholeStream(store, stream as `${string}/${string}`)).toBeGreaterThanOrEqual(version);
        await store.close();
      }
      expect(acknowledged.size).toBe(8);
      await subject.remove();
    }, 60_000);
  });
};
