import { setTimeout as rest } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { connectTo } from '@masar/mongo';
import { mongoForTests } from '@masar/testing';
import { mongoSubject } from '../contract/index.js';

const { url: server } = await mongoForTests();
const whenThere = server === undefined ? describe.skip : describe;

/** The driver's own: nothing of it is offered, and what it does at one moment can be seen in no other way. */
interface Looking {
  readonly topology: {
    readonly s: { readonly servers: ReadonlyMap<string, { readonly monitor: Monitor }> };
  };
}
interface Monitor {
  readonly s: { readonly state: string };
  readonly connection: { readonly socket: { destroy(): void } } | null;
  requestCheck(): void;
}

whenThere('a document server that went away and is back', () => {
  it('is seen again, though it was looked for while the connection was closing', async () => {
    const subject = mongoSubject(server!);
    const connection = await connectTo(subject.url);
    try {
      // Later than the driver would wait by itself before it looks again.
      await rest(700);
      const [{ monitor }] = [...(connection.getClient() as unknown as Looking).topology.s.servers.values()] as [
        { readonly monitor: Monitor },
      ];
      monitor.connection?.socket.destroy();
      monitor.requestCheck();
      await rest(2_500);
      // Seen standing at `monitoring` for good with what the driver does unasked.
      const states = new Set<string>();
      for (let n = 0; n < 20 && !states.has('idle'); n += 1) {
        states.add(monitor.s.state);
        await rest(100);
      }
      expect(states).toContain('idle');
    } finally {
      await connection.close(true);
      await subject.remove();
    }
  }, 30_000);
});
